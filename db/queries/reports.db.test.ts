import { randomUUID } from "node:crypto";
import { type SQLWrapper, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import type { MemberSet } from "@/lib/domain/member-set";
import { countingMembers } from "./report-members";
import { countRewards, countRewardsOverTime } from "./reports";

const RANGE = { from: Date.UTC(2026, 3, 1), to: Date.UTC(2026, 4, 1) };

const SETS: MemberSet[] = [
  { of: "enrolled" },
  { of: "active" },
  { of: "reached", milestoneId: randomUUID() },
  { of: "missed", milestoneId: randomUUID(), before: null },
  { of: "missed", milestoneId: randomUUID(), before: randomUUID() },
];

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it.each(["streak", "challenge"] as const)("every number of a %s's report is counted by an index", async (slug) => {
  const { scope } = (await newTenant(database.db)).at(RANGE.to);
  const parent = { slug, id: randomUUID() };
  await transaction(database.db, async (tx) => {
    // The tables are empty: only so does the plan tell whether an index could serve.
    await tx.execute(sql`set local enable_seqscan = off`);
    const statements: SQLWrapper[] = [
      ...SETS.map((set) => countingMembers(scope, tx, { ...parent, range: RANGE }, [set])),
      countRewards(scope, tx, parent.id, RANGE),
      countRewardsOverTime(scope, tx, parent.id, RANGE, [{ key: "one", ...RANGE }], RANGE.to),
    ];
    for (const statement of statements) {
      const { rows } = await tx.execute<Record<string, string>>(sql`explain ${statement}`);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).toMatch(/Index Cond: .*program_id = .*/);
      expect(plan).not.toMatch(/Seq Scan/);
    }
  });
});
