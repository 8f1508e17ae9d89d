import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { findWidget } from "@/db/queries/widget";
import { type TableReads, tableReads } from "@/db/testing/table-reads";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createLogs } from "@/lib/services/activity/create-log";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { createStreak } from "@/lib/services/streaks/create-streak";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1, 12);

const STREAK = {
  name: "s",
  description: "s",
  status: "live",
  aggregationMethod: "count",
  aggregationTargetValue: 1,
  completionTargetValue: 1000,
};
const milestoneOf = (linkedSchemaRecordId: string, milestoneTargetValue: number) => ({
  linkedSchemaSlug: "streak",
  linkedSchemaRecordId,
  name: "m",
  description: "m",
  status: "live",
  milestoneTargetValue,
  points: 1,
});

test("of more than 50 live streaks the newest are shown, the oldest of them first, each with its own ladder", async () => {
  const tenant = await newTenant(database.db);
  const server = tenant.at(START);
  const ids: string[] = [];
  for (let number = 0; number < 52; number++) ids.push((await createStreak(server, STREAK)).id);
  for (const id of [ids[0], ids[51]])
    for (let target = 1; target <= 51; target++) await createMilestone(server, milestoneOf(id ?? "", target));
  const widget = await findWidget(database.db, tenant.program.id, null);
  expect(widget?.data.streaks.map(({ id }) => id)).toEqual(ids.slice(2));
  expect(widget?.data.milestones.map(({ parentId, target }) => [parentId, Number(target)])).toEqual(
    Array.from({ length: 50 }, (_, position) => [ids[51], position + 1]),
  );
});

test("One or two indexed queries for the whole document, whose cost does not follow the length of a history", async () => {
  const tenant = await newTenant(database.db);
  const server = tenant.at(START);
  const streak = await createStreak(server, STREAK);
  await createMilestone(server, milestoneOf(streak.id, 1));
  /** Every second day: each makes a run, a reward and an entry of its own. */
  const visit = (first: number, days: number) =>
    createLogs(
      tenant.at(START + (first + days) * 2 * DAY_MS),
      "streak",
      Array.from({ length: days }, (_, day) => ({
        streakId: streak.id,
        ownedBy: { externalId: "ada" },
        activityAt: new Date(START + (first + day) * 2 * DAY_MS).toISOString(),
        activityId: "visit",
        uniqueIdentifier: `v-${first + day}`,
      })),
    );
  const read = () => tableReads(database.db, (tx) => findWidget(tx, tenant.program.id, "ada"));
  const total = (reads: TableReads[]) => reads.reduce((sum, { rows }) => sum + rows, 0);

  await visit(0, 80);
  const short = await read();
  // Of `program` there may be too few for its primary key to be worth a look.
  expect(short.filter(({ table, seqScans }) => table !== "program" && seqScans > 0)).toEqual([]);
  expect(short.map(({ table }) => table)).toEqual(
    expect.arrayContaining(["streak_progress", "reward_log", "ledger_entry"]),
  );
  await visit(80, 300);
  const long = await read();
  expect(long.filter(({ table, seqScans }) => table !== "program" && seqScans > 0)).toEqual([]);
  expect(total(long.filter(({ table }) => table !== "program"))).toBeLessThanOrEqual(
    total(short.filter(({ table }) => table !== "program")) + 5,
  );
});
