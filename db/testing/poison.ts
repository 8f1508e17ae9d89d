import { sql } from "drizzle-orm";
import type { Db } from "@/db/types";

/** Has the database refuse streak logs of the identifier `poison`, as it would a row that nobody thought of. */
export async function poisonLogs(db: Db): Promise<{ cure(): Promise<void> }> {
  await db.execute(sql`alter table streak_log add constraint poison check (unique_identifier <> 'poison')`);
  return {
    cure: async () => {
      await db.execute(sql`alter table streak_log drop constraint poison`);
    },
  };
}
