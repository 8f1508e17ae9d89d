import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { explained, touched } from "@/db/testing/plans";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { findTimelineLogs, type TimelineKeys, timelineLogs } from "./timeline-logs";

const LAST = Date.UTC(2026, 3, 20) / 86_400_000;
const PERIODS = 100;
const EACH = 50;
const CROWDED = 12_000;
const STREAK = "00000000-0000-7000-9000-000000000001";
const MEMBERS = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"] as const;

let database: Database;
let tenant: Tenant;

/** Two members with the same 5,000 logs, 50 on each of 100 days; the first has 12,000 more on the last day. */
beforeAll(async () => {
  database = await openTestDatabase();
  tenant = await newTenant(database.db);
  const program = tenant.program.id;
  const times = sql`'2026-04-20'::timestamptz, '2026-04-20'::timestamptz`;
  await database.db.execute(sql`
    insert into streak (program_id, id, name, description, status, aggregation_method, aggregation_period,
      aggregation_target_value, completion_target_value, created_at, updated_at)
    values (${program}, ${STREAK}, 'a', 'a', 'live', 'count', 'daily', 1, 7, ${times})`);
  for (const memberId of MEMBERS)
    await database.db.execute(sql`
      insert into member (program_id, id, external_id, status, points_balance, created_at, updated_at)
      values (${program}, ${memberId}, ${memberId}, 'live', 0, ${times})`);
  const insert = (memberId: string, period: ReturnType<typeof sql>, rows: number) =>
    database.db.execute(sql`
      insert into streak_log (program_id, id, member_id, activity_at, activity_id, unique_identifier, period_key,
        period_index, time_zone, streak_id, created_at, updated_at)
      select ${program}, gen_random_uuid(), ${memberId}, '2026-04-20', 'a', gen_random_uuid()::text, 'k',
        ${period}, 'UTC', ${STREAK}, ${times}
      from generate_series(0, ${rows - 1}::int) n`);
  for (const memberId of MEMBERS) await insert(memberId, sql`${LAST}::int - n / ${EACH}::int`, PERIODS * EACH);
  await insert(MEMBERS[0], sql`${LAST}::int`, CROWDED);
  await database.db.execute(sql`analyze streak_log`);
}, 120_000);
afterAll(() => database.close());

it("cost what they show and count, whatever else the member logged", async () => {
  const periods = Array.from({ length: 20 }, (_, n) => ({ index: LAST - n, endAt: null }));
  const whose = { slug: "streak" as const, parentId: STREAK, memberId: MEMBERS[0] };
  const keys: TimelineKeys = { ...whose, periods, shown: 20, counted: 1000 };
  const { scope } = tenant.at(0);
  const rows = await findTimelineLogs(scope, database.db, keys);
  expect(rows.map(({ total, logs }) => [total, logs.length])).toEqual([[1000, 20], ...Array(19).fill([EACH, 20])]);
  const plan = await explained(database.db, timelineLogs(scope, keys));
  expect(plan.map((node) => node["Node Type"])).not.toContain("Seq Scan");
  // 19 days of 50 and the crowded one, as far as it is counted; then the 20 latest of each.
  expect(touched(plan, "streak_log")).toBeLessThanOrEqual(19 * EACH + 1000 + 20 * 20);
});
