import { createLogs } from "@/lib/services/activity/create-log";
import { saveCampaign } from "@/lib/services/campaigns/save-campaign";
import type { ServiceContext } from "@/lib/services/context";
import { listStreaks } from "@/lib/services/streaks/list-streaks";

const STREAK = {
  name: "Daily",
  description: "Every day",
  status: "live",
  aggregationMethod: "count",
  aggregationTargetValue: 1,
  completionTargetValue: 1,
};

/**
 * Lets members `m0`, `m1`, … earn a reward each at the milestone "One" of a daily streak of one day: a new one, or with
 * `existing` the one that is there, where they earn another on another day.
 */
export async function earnRewards(
  context: ServiceContext,
  { members, existing = false }: { members: number; existing?: boolean },
): Promise<{ streakId: string }> {
  const streakId = existing ? await firstStreak(context) : await makeStreak(context);
  const activityAt = new Date(context.now).toISOString();
  const logs = Array.from({ length: members }, (_, position) => ({
    streakId,
    ownedBy: { externalId: `m${position}` },
    activityAt,
    activityId: "a",
    uniqueIdentifier: `${activityAt} ${position}`,
  }));
  // One after another, so that their order is told by their ids.
  for (const log of logs) await createLogs(context, "streak", [log]);
  return { streakId };
}

async function firstStreak(context: ServiceContext): Promise<string> {
  const { data } = await listStreaks(context, new URLSearchParams());
  return String(data[0]?.["id"]);
}

async function makeStreak(context: ServiceContext): Promise<string> {
  const { id } = await saveCampaign(context, {
    slug: "streak",
    id: null,
    values: STREAK,
    milestones: [{ values: { name: "One", description: "One", milestoneTargetValue: 1, status: "live" } }],
  });
  return id;
}
