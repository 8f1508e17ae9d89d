import { randomUUID } from "node:crypto";
import type { ProgramApi } from "./program-api";

const ZONE = "America/New_York";
const DAY_MS = 86_400_000;

/** A member in New York who met two days in April, had too little on the third, and earned a reward on the second. */
export async function breakStreak(api: ProgramApi) {
  const suffix = randomUUID().slice(0, 8);
  const member = await api.create("member", {
    externalId: `ada-${suffix}`,
    displayName: `Ada ${suffix}`,
    timeZone: ZONE,
  });
  const streak = await createStreak(api, `Spend ${suffix}`);
  await api.create("milestone", {
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: streak.id,
    name: `Day two ${suffix}`,
    description: "Two in a row",
    milestoneTargetValue: 2,
    status: "live",
  });
  await log(api, "streak", streak.id, member.id, [
    ["2026-04-08T23:30:00-04:00", 25],
    ["2026-04-09T12:00:00-04:00", 11],
    ["2026-04-09T23:30:00-04:00", 9],
    ["2026-04-10T23:30:00-04:00", 12.5],
  ]);
  return { suffix, member: member.id, streak: streak.id, run: await runOf(api, streak.id, 2) };
}

/** A run that met each of the last days, that of now included; in UTC, where no day is longer than others. */
export async function keepStreak(api: ProgramApi, suffix: string, days: number) {
  const member = await api.create("member", { externalId: `bob-${suffix}`, timeZone: "UTC" });
  const streak = await createStreak(api, `Long ${suffix}`);
  const acts = Array.from({ length: days }, (_, ago) => new Date(Date.now() - ago * DAY_MS).toISOString());
  const values = acts.map((at) => [at, 20] as const);
  await log(api, "streak", streak.id, member.id, values);
  return { member: member.id, run: await runOf(api, streak.id, days) };
}

/** A week of a challenge that ended short, and one before it that did not. */
export async function missChallenge(api: ProgramApi, member: string, suffix: string) {
  const challenge = await api.create("challenge", {
    name: `Week ${suffix}`,
    description: "100 a week",
    status: "live",
    aggregationPeriod: "weekly",
    completionTargetValue: 100,
  });
  await log(api, "challenge", challenge.id, member, [
    ["2026-04-01T12:00:00-04:00", 110],
    ["2026-04-08T12:00:00-04:00", 40],
  ]);
  const windows = await api.list("challenge_progress", {
    fieldSlug: "challengeId",
    operator: "eq",
    value: challenge.id,
  });
  return windows.find(({ challengeProgressStatus }) => challengeProgressStatus === "failed")?.id;
}

function createStreak(api: ProgramApi, name: string) {
  return api.create("streak", {
    name,
    description: "20 a day",
    status: "live",
    aggregationTargetValue: 20,
    completionTargetValue: 1000,
  });
}

async function log(
  api: ProgramApi,
  kind: "streak" | "challenge",
  parent: string,
  ownedById: string,
  acts: (readonly [string, number])[],
) {
  await api.createBatch(
    `${kind}_log`,
    acts.map(([activityAt, activityValue], position) => ({
      [`${kind}Id`]: parent,
      ownedById,
      activityId: "made_a_purchase",
      activityAt,
      activityValue,
      uniqueIdentifier: `order-${position}`,
    })),
  );
}

async function runOf(api: ProgramApi, streak: string, length: number) {
  const runs = await api.list("streak_progress", { fieldSlug: "streakId", operator: "eq", value: streak });
  return runs.find(({ currentProgressValue }) => currentProgressValue === length)?.id;
}
