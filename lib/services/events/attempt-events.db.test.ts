import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { counting } from "@/db/testing/counting";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { eventCreate } from "@/lib/contracts/event";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { createRewardRule } from "@/lib/services/reward-rules/create-reward-rule";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { attemptEvents } from "./attempt-events";

const NOW = "2026-04-20T12:00:00Z";
const DAY_MS = 86_400_000;

let database: Database;
let tenant: Tenant;

beforeAll(async () => {
  database = await openTestDatabase();
  tenant = await newTenant(database.db);
});
afterAll(() => database.close());

it("sends the same statements for one event and for a thousand, of many members, types and listeners", async () => {
  const context = tenant.at(NOW);
  const parent = { description: "d", status: "live", aggregationMethod: "count", completionTargetValue: 5 };
  const types = ["bought", "visited"];
  for (const type of types) {
    const streak = { ...parent, name: type, aggregationTargetValue: 1, activityIds: [type] };
    const { id } = await createStreak(context, streak);
    await createChallenge(context, { ...parent, name: type, activityIds: types });
    const rung = { name: "First", description: "d", milestoneTargetValue: 1, points: 1, status: "live" };
    await createMilestone(context, { ...rung, linkedSchemaSlug: "streak", linkedSchemaRecordId: id });
    await createRewardRule(context, { eventType: type, points: 3 });
  }
  let made = 0;
  const event = (member: number, day: number) =>
    eventCreate.parse({
      id: `event-${made++}`,
      type: types[made % 2],
      member: { externalId: `member-${member}` },
      at: new Date(Date.parse(NOW) - day * DAY_MS).toISOString(),
    });
  const statements = (events: ReturnType<typeof event>[]) =>
    transaction(database.db, async (tx) => {
      const counted = counting(tx);
      const answers = await attemptEvents(context, counted.db, events);
      expect(answers.every(({ effects }) => effects.length === 4)).toBe(true);
      expect(answers.every(({ effects }) => effects.every(({ status }) => status === "applied"))).toBe(true);
      return counted.count();
    });
  // Listeners; then load, lock, state, write, points, milestones, as for logs.
  expect(await statements([event(0, 0)])).toBe(7);
  const thousand = Array.from({ length: 1000 }, (_, index) => event(index % 50, index % 60));
  // Tallies where a task or a cut shows a period that no event touched.
  expect(await statements(thousand)).toBeLessThanOrEqual(9);
}, 120_000);
