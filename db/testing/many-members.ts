import { sql } from "drizzle-orm";
import type { Db } from "@/db/types";

/** Fills a program with members, half of them without a first name, whose names lie in no order on the disk. */
export async function insertManyMembers(db: Db, programId: string, count: number): Promise<void> {
  await db.execute(sql`
    insert into member (program_id, id, external_id, first_name, last_name, status, points_balance, created_at, updated_at)
    select ${programId}, gen_random_uuid(), 'customer-' || n, case when n % 2 = 0 then md5(n::text) end,
      'Family ' || md5(n::text), 'live', 0, now(), now()
    from generate_series(1, ${count}::int) n`);
  await db.execute(sql`vacuum analyze member`);
}
