import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Each `table.column` that comes right behind the tenant in an index of the database, as its catalogue says. */
export async function indexedColumns(db: Db): Promise<Set<string>> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select t.relname || '.' || second.attname as name
    from pg_index i
    join pg_class t on t.oid = i.indrelid
    join pg_attribute first on first.attrelid = t.oid and first.attnum = i.indkey[0] and first.attname = 'program_id'
    join pg_attribute second on second.attrelid = t.oid and second.attnum = i.indkey[1]`);
  return new Set(rows.map(({ name }) => name));
}
