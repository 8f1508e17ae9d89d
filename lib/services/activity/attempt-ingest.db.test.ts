import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { counting } from "@/db/testing/counting";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { activityCreate } from "@/lib/contracts/activity-log";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { attemptIngest } from "./attempt-ingest";

const NOW = "2026-04-20T12:00:00Z";
const DAY_MS = 86_400_000;

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("sends the same statements for one row and for a thousand, of members new and known, over sixty days", async () => {
  const tenant = await newTenant(database.db);
  const context = tenant.at(NOW);
  const streak = await createStreak(context, {
    name: "Daily",
    description: "Every day",
    status: "live",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 5,
  });
  await createMilestone(context, {
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: streak.id,
    name: "First",
    description: "First",
    milestoneTargetValue: 1,
    points: 1,
    status: "live",
  });
  let made = 0;
  const row = (member: number, day: number) =>
    activityCreate.streak.parse({
      streakId: streak.id,
      ownedBy: { externalId: `member-${member}` },
      activityAt: new Date(Date.parse(NOW) - day * DAY_MS).toISOString(),
      activityId: "made_a_purchase",
      uniqueIdentifier: `event-${made++}`,
    });
  const statements = (rows: ReturnType<typeof row>[]) =>
    transaction(database.db, async (tx) => {
      const counted = counting(tx);
      const answers = await attemptIngest(context, counted.db, rows);
      expect(answers.logs.every((answer) => "log" in answer)).toBe(true);
      return counted.count();
    });

  const one = await statements([row(0, 0)]);
  const thousand = await statements(Array.from({ length: 1000 }, (_, index) => row(index % 50, index % 60)));
  // load, lock, state, write, points, milestones; tallies where a task or a cut shows a period that no row touched.
  expect(one).toBe(6);
  expect(thousand).toBeLessThanOrEqual(8);
});
