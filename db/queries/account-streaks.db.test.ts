import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Database } from "@/db/client";
import { explained, touched } from "@/db/testing/plans";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { type AccountFilter, accountStreaks, type Position } from "./account-streaks";

/** `npm run test:million` makes it a million; the embedded database is not made for so many. */
const MEMBERS = Number(
  process.env["ACCOUNT_STREAKS_MEMBERS"] ?? (inject("testDatabase").driver === "postgres" ? 200_000 : 20_000),
);
const LIMIT = 1001;
const NOW = Date.UTC(2026, 3, 20, 12);
const EVERYBODY: AccountFilter = { memberId: null, walletAddress: null, groupId: null };

const idOf = (kind: string, n: number) => `00000000-0000-7000-${kind}-${n.toString(16).padStart(12, "0")}`;
const memberId = (n: number) => idOf("8000", n);
const RULES = [idOf("9000", 1), idOf("9000", 2)];
const GROUP = idOf("a000", 1);
const wallet = (n: number) => `0x${n.toString(16).padStart(40, "0")}`;

let database: Database;
let tenant: Tenant;

/** Every member has a wallet and, every second one, a running streak on the first rule; every fourth is in the group. */
beforeAll(async () => {
  database = await openTestDatabase();
  tenant = await newTenant(database.db);
  const { db } = database;
  const program = tenant.program.id;
  const numbered = (kind: string) =>
    sql`('00000000-0000-7000-' || ${kind}::text || '-' || lpad(to_hex(n), 12, '0'))::uuid`;
  const times = sql`'2026-04-01'::timestamptz, '2026-04-01'::timestamptz`;
  await db.execute(sql`
    insert into member (program_id, id, external_id, wallet_address, status, points_balance, created_at, updated_at)
    select ${program}, ${numbered("8000")}, n::text, '0x' || lpad(to_hex(n), 40, '0'), 'live', 0, ${times}
    from generate_series(1, ${MEMBERS}::int) n`);
  await db.execute(sql`
    insert into streak (program_id, id, name, description, status, aggregation_method, aggregation_period,
      aggregation_target_value, completion_target_value, created_at, updated_at)
    select ${program}, ${numbered("9000")}, 'a', 'a', 'live', 'count', 'daily', 1, 7, ${times} from generate_series(1, 2) n`);
  await db.execute(sql`
    insert into streak_progress (program_id, id, streak_id, member_id, first_index, length, started_at, latest_at,
      latest_zone, breaks_at, created_at, updated_at)
    select ${program}, ${numbered("b000")}, ${RULES[0]}::uuid, ${numbered("8000")}, 20000, 3, '2026-04-18', '2026-04-20',
      'UTC', '2026-04-22', ${times}
    from generate_series(2, ${MEMBERS}::int, 2) n`);
  await db.execute(sql`
    insert into user_group (program_id, id, name, created_at, updated_at) values (${program}, ${GROUP}::uuid, 'a', ${times})`);
  await db.execute(sql`
    insert into user_group_member (program_id, user_group_id, member_id, created_at)
    select ${program}, ${GROUP}::uuid, ${numbered("8000")}, '2026-04-01' from generate_series(4, ${MEMBERS}::int, 4) n`);
  // As the database does by itself after a while.
  await db.execute(sql`analyze`);
}, 600_000);
afterAll(() => database.close());

const explain = (filter: AccountFilter, after: Position | null) =>
  explained(database.db, accountStreaks(tenant.at(NOW).scope, RULES, filter, after, LIMIT, NOW));

const half = Math.floor(MEMBERS / 2);
const cases: [string, AccountFilter, Position | null, number][] = [
  ["everybody", EVERYBODY, null, LIMIT],
  ["everybody, from the middle on", EVERYBODY, { memberId: memberId(half), ruleId: RULES[0] ?? "" }, LIMIT],
  ["everybody, behind a member's rows", EVERYBODY, { memberId: memberId(half), ruleId: null }, LIMIT],
  ["a group", { ...EVERYBODY, groupId: GROUP }, null, LIMIT],
  ["a group, from the middle on", { ...EVERYBODY, groupId: GROUP }, { memberId: memberId(half), ruleId: null }, LIMIT],
  ["one member", { ...EVERYBODY, memberId: memberId(half) }, null, 2],
  ["one member of the group", { ...EVERYBODY, memberId: memberId(4), groupId: GROUP }, null, 2],
  ["a wallet", { ...EVERYBODY, walletAddress: wallet(half) }, null, 2],
  ["a wallet of the group", { ...EVERYBODY, walletAddress: wallet(8), groupId: GROUP }, null, 2],
];

describe("a page of a program with many members", () => {
  it.each(cases)("of %s touches no more rows than it can show", async (_what, filter, after, rows) => {
    const nodes = await explain(filter, after);
    expect(nodes[0]?.["Actual Rows"]).toBe(rows);
    // A page of 1,001 rows of two rules is one of 501 members, and of those behind whose first row it may begin.
    for (const table of ["member", "user_group_member"])
      expect(touched(nodes, table)).toBeLessThanOrEqual(LIMIT / 2 + 2);
    expect(touched(nodes, "streak_progress")).toBeLessThanOrEqual(LIMIT);
    const scanned = nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => node["Relation Name"]);
    expect(scanned.filter((table) => table !== "user_group")).toEqual([]);
  });
});
