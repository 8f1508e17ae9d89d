import { sql } from "drizzle-orm";
import type { Db } from "@/db/types";

/** Has the database look at tables that have grown a lot, so that its plans fit them. Cheap when none has. */
export async function refreshStatistics(db: Db): Promise<void> {
  await db.execute(sql`select refresh_statistics()`);
}
