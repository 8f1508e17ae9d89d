import { sql } from "drizzle-orm";
import type { Db } from "@/db/types";

/** All that a program has, in words: equal before and after when nothing was done. */
export async function contentsOf(db: Db, programId: string): Promise<string> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'program_id' order by table_name`);
  const told: string[] = [];
  for (const { name } of rows) {
    const found = await db.execute<{ all: string | null }>(
      sql`select string_agg(t::text, ' ' order by t::text) as all from ${sql.identifier(name)} t where program_id = ${programId}`,
    );
    told.push(`${name}: ${found.rows[0]?.all ?? ""}`);
  }
  return told.join("\n");
}
