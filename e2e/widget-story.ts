import { randomUUID } from "node:crypto";
import type { ProgramApi } from "./program-api";

export interface Story {
  externalId: string;
  /** What the campaign and its reward are called, and nothing else in the program is. */
  campaign: string;
  reward: string;
  streakId: string;
  rewardId: string;
}

/** A streak of three days, and a member who has just reached its first milestone: the code is on its way. */
export async function tellStory(api: ProgramApi, member: Record<string, unknown> = {}): Promise<Story> {
  const suffix = randomUUID().slice(0, 8);
  const [campaign, reward, externalId] = [`Coffees ${suffix}`, `Free coffee ${suffix}`, `story-${suffix}`];
  const streak = await api.create("streak", {
    name: campaign,
    description: "A coffee a day",
    status: "live",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 3,
    eudTitle: campaign,
  });
  const milestone = {
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: streak.id,
    name: "m",
    description: "m",
    status: "live",
  };
  await api.create("milestone", {
    ...milestone,
    milestoneTargetValue: 1,
    points: 25,
    eudTitle: `Bronze ${suffix}`,
    eudMilestoneRewardTitle: reward,
  });
  await api.create("milestone", { ...milestone, milestoneTargetValue: 3, eudTitle: `Gold ${suffix}` });
  const log = await api.create("streak_log", {
    streakId: streak.id,
    ownedBy: { externalId, ...member },
    activityAt: new Date().toISOString(),
    activityId: "bought_a_coffee",
    uniqueIdentifier: `order-${suffix}`,
  });
  const [rewardLog] = log["achievedMilestoneRewardLogs"] as { id: string }[];
  if (!rewardLog) throw new Error("the activity earned no reward");
  return { externalId, campaign, reward, streakId: streak.id, rewardId: rewardLog.id };
}
