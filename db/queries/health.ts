import { sql } from "drizzle-orm";
import type { Db } from "@/db/types";

/** Asks the database for an answer, any answer. */
export async function ping(db: Db): Promise<void> {
  await db.execute(sql`select 1`);
}
