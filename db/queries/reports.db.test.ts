import { randomUUID } from "node:crypto";
import { type SQLWrapper, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { countEnrolled, countJourneys } from "./report-members";
import { countRewards } from "./reports";

const RANGE = { from: Date.UTC(2026, 3, 1), to: Date.UTC(2026, 4, 1) };

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
      countEnrolled(scope, tx, { ...parent, range: RANGE }),
      countJourneys(scope, tx, { ...parent, range: RANGE }, [randomUUID(), randomUUID()]),
      countRewards(scope, tx, parent.id, RANGE, [{ key: "one", ...RANGE }], RANGE.to),
    ];
    for (const statement of statements) {
      const { rows } = await tx.execute<Record<string, string>>(sql`explain ${statement}`);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).toMatch(/Index Cond: .*program_id = .*/);
      expect(plan).not.toMatch(/Seq Scan/);
    }
  });
});
