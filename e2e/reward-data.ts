import { randomUUID } from "node:crypto";
import type { ProgramApi } from "./program-api";

/** A live one-day streak with one milestone, named so that nothing else is. */
export async function createRewardingStreak(api: ProgramApi) {
  const suffix = randomUUID().slice(0, 8);
  const streak = await api.create("streak", {
    name: `Queue ${suffix}`,
    description: "For the queue",
    status: "live",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 3,
  });
  const milestone = await api.create("milestone", {
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: streak.id,
    name: `First day ${suffix}`,
    description: "The first day",
    milestoneTargetValue: 1,
    status: "live",
  });
  return { suffix, streakId: streak.id, streakName: `Queue ${suffix}`, milestoneId: milestone.id };
}

type Rewarding = Awaited<ReturnType<typeof createRewardingStreak>>;

/** Members number `from` to `to` - 1 reach the milestone; each earns a reward. */
export async function earnRewards(api: ProgramApi, { streakId, suffix }: Rewarding, from: number, to: number) {
  const logs = Array.from({ length: to - from }, (_, position) => ({
    streakId,
    ownedBy: { externalId: `q${from + position}-${suffix}`, displayName: `Quinn ${from + position} ${suffix}` },
    activityAt: new Date().toISOString(),
    activityId: "came_by",
    uniqueIdentifier: `q${from + position}`,
  }));
  await api.createBatch("streak_log", logs);
}

/** The reward logs of the streak, as the API answers them. */
export async function rewardsOf(api: ProgramApi, { streakId }: Rewarding) {
  return api.list("reward_log", { fieldSlug: "linkedSchemaRecordId", operator: "eq", value: streakId });
}
