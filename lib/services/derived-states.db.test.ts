import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { createLog } from "./activity/create-log";
import { listChallengeProgress } from "./challenge-progress/list-challenge-progress";
import { createChallenge } from "./challenges/create-challenge";
import { loadDemo } from "./demo/load-demo";
import { listRewardLogs } from "./reward-logs/list-reward-logs";
import { listStreakProgress } from "./streak-progress/list-streak-progress";
import { createStreak } from "./streaks/create-streak";
import { updateStreak } from "./streaks/update-streak";

const LOADED = "2026-11-22T12:00:00Z";

let database: Database;
let demo: Tenant;

beforeAll(async () => {
  database = await openTestDatabase();
  demo = await newTenant(database.db);
  await loadDemo(demo.at(LOADED));
});
afterAll(() => database.close());

const NOUNS = {
  reward_log: { list: listRewardLogs, field: "state", values: ["pending", "issued", "expired", "redeemed"] },
  streak_progress: {
    list: listStreakProgress,
    field: "streakProgressStatus",
    values: ["in_progress", "broken", "completed"],
  },
  challenge_progress: {
    list: listChallengeProgress,
    field: "challengeProgressStatus",
    values: ["in_progress", "completed", "failed"],
  },
};
type Noun = keyof typeof NOUNS;

const asked = async (tenant: Tenant, noun: Noun, now: string, filter?: object) => {
  const parameters = new URLSearchParams({ limit: "1000" });
  if (filter) parameters.set("filters", JSON.stringify(filter));
  return (await NOUNS[noun].list(tenant.at(now), parameters)).data;
};

describe.each(Object.keys(NOUNS) as Noun[])("the state of a %s", (noun) => {
  const { field, values } = NOUNS[noun];

  // Nothing is written in between: time alone makes runs break, windows fail and rewards expire.
  it.each([
    LOADED,
    "2026-11-22T23:00:00Z",
    "2026-11-23T00:00:00Z",
    "2026-11-25T12:00:00Z",
    "2026-12-01T12:00:00Z",
    "2027-06-01T00:00:00Z",
  ])("is by filter what it is by reading, at %s", async (now) => {
    const all = await asked(demo, noun, now);
    const ids = (rows: readonly Readonly<Record<string, unknown>>[]) => rows.map(({ id }) => id);
    for (const value of values) {
      const having = ids(all.filter((row) => row[field] === value));
      const others = ids(all.filter((row) => row[field] !== value));
      const by = (operator: string, operand: unknown) =>
        asked(demo, noun, now, { fieldSlug: field, operator, value: operand }).then(ids);
      expect(await by("eq", value)).toEqual(having);
      expect(await by("neq", value)).toEqual(others);
      expect(
        await by(
          "in",
          values.filter((one) => one !== value),
        ),
      ).toEqual(others);
    }
  });

  it("changes with time", async () => {
    const at = async (now: string) => JSON.stringify((await asked(demo, noun, now)).map((row) => row[field]));
    expect(await at("2027-06-01T00:00:00Z")).not.toBe(await at(LOADED));
  });
});

it.each([
  ["a pause", { status: "paused" }],
  ["the end of the schedule", { endsAt: "2026-04-20T13:00:00Z" }],
])("%s does not stop the clock of a run", async (_what, patch) => {
  const NOW = "2026-04-20T12:00:00Z";
  const tenant = await newTenant(database.db);
  const rules = { name: "s", description: "d", status: "live", aggregationMethod: "count", aggregationTargetValue: 1 };
  const { id } = await createStreak(tenant.at(NOW), { ...rules, completionTargetValue: 5 });
  const log = { ownedBy: { externalId: "ada" }, activityAt: NOW, activityId: "a", uniqueIdentifier: "one" };
  await createLog(tenant.at(NOW), "streak", { streakId: id, ...log });
  await updateStreak(tenant.at(NOW), { id, patch });
  const at = async (now: string) => (await asked(tenant, "streak_progress", now))[0];
  expect(await at("2026-04-21T23:59:59.999Z")).toMatchObject({
    streakProgressStatus: "in_progress",
    taskProgress: { periodKey: "daily_2026-04-21", currentValue: 0, status: "in_progress" },
  });
  expect(await at("2026-04-22T00:00:00Z")).toMatchObject({
    streakProgressStatus: "broken",
    streakBrokenAt: "2026-04-22T00:00:00.000Z",
    taskProgress: { periodKey: "daily_2026-04-20", currentValue: 1, status: "completed" },
  });
});

describe("a challenge's window", () => {
  const NOW = "2026-04-20T12:00:00Z";
  const cases: [string, object, string | null][] = [
    ["at the end of its day in the member's zone", { aggregationPeriod: "daily" }, "2026-04-20T15:00:00.000Z"],
    [
      "at endsAt when that is earlier",
      { aggregationPeriod: "daily", endsAt: "2026-04-20T13:30:00Z" },
      "2026-04-20T13:30:00.000Z",
    ],
    [
      "at its period's end when endsAt is later",
      { aggregationPeriod: "weekly", endsAt: "2026-09-01T00:00:00Z" },
      "2026-04-26T15:00:00.000Z",
    ],
    [
      "at endsAt for all time",
      { aggregationPeriod: "all_time", endsAt: "2026-05-01T00:00:00Z" },
      "2026-05-01T00:00:00.000Z",
    ],
    ["never, for all time without endsAt", { aggregationPeriod: "all_time" }, null],
  ];

  it.each(cases)("ends %s", async (_when, values, endsAt) => {
    const tenant = await newTenant(database.db);
    const rules = { name: "c", description: "d", status: "live", completionTargetValue: 10, ...values };
    const challenge = await createChallenge(tenant.at(NOW), rules);
    await createLog(tenant.at(NOW), "challenge", {
      challengeId: challenge.id,
      ownedBy: { externalId: "emiko", timeZone: "Asia/Tokyo" },
      activityAt: NOW,
      activityId: "a",
      uniqueIdentifier: "one",
      activityValue: 9,
    });
    const at = async (now: number | string) =>
      (await listChallengeProgress(tenant.at(now), new URLSearchParams())).data[0];
    const task = { currentValue: 9, targetValue: 10, periodEndAt: endsAt };
    const open = { challengeProgressStatus: "in_progress", challengeFailedAt: null };
    if (endsAt === null) {
      expect(await at("9990-01-01T00:00:00Z")).toMatchObject({
        ...open,
        taskProgress: { ...task, periodStartAt: null },
      });
      return;
    }
    const last = Date.parse(endsAt) - 1;
    expect(await at(last)).toMatchObject({ ...open, taskProgress: { ...task, status: "in_progress" } });
    const failed = { challengeProgressStatus: "failed", challengeFailedAt: endsAt, taskProgress: { status: "missed" } };
    expect(await at(last + 1)).toMatchObject(failed);
  });
});
