import { z } from "zod";
import { loadTimelineRead } from "@/components/console/timeline/timeline-state";
import type { TimelineReward, TimelineView } from "@/components/console/timeline/timeline-view";
import { periodIndexAt, periodOfKey, periodStart } from "@/lib/domain/period";
import type { ParentSlug } from "@/lib/domain/record";
import { AppError } from "@/lib/errors";
import { getChallenge } from "@/lib/services/challenges/get-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { getStreak } from "@/lib/services/streaks/get-streak";
import { findPauses } from "@/lib/services/timeline/find-pauses";
import { getChallengeTimeline } from "@/lib/services/timeline/get-challenge-timeline";
import { getStreakTimeline } from "@/lib/services/timeline/get-streak-timeline";

const PAGE_SIZE = "20";
const NO_PAUSES = { parent: null, member: null };

/** A page of a member's timeline. @throws AppError `not_found` also for another member's progress; `merged` */
export async function readTimeline(context: ServiceContext, query: URLSearchParams): Promise<TimelineView> {
  const { kind, member, progress: asked, after } = loadTimelineRead(query);
  const progress = z.uuid().safeParse(asked).data;
  if (!kind || !progress || !member) throw new AppError("not_found");
  const parameters = new URLSearchParams({ limit: PAGE_SIZE, ...(after ? { startingAfter: after } : {}) });
  const view = await (kind === "streak" ? readRun : readWindows)(context, progress, parameters);
  if (view.memberId !== member) throw new AppError("not_found");
  return view;
}

type Told = TimelineView & { memberId: string };

async function readRun(context: ServiceContext, id: string, parameters: URLSearchParams): Promise<Told> {
  const told = await getStreakTimeline(context, id, parameters);
  const latest = parameters.has("startingAfter")
    ? await getStreakTimeline(context, id, new URLSearchParams({ limit: "1" }))
    : told;
  const { progress, brokenBy, neededNext } = told;
  const { streakId: parentId, ownedById: memberId } = progress;
  return {
    kind: "streak",
    memberId,
    period: periodOfKey(progress.taskProgress.periodKey),
    status: progress.streakProgressStatus,
    value: progress.currentProgressValue,
    endedAt: progress.streakCompletedAt ?? progress.streakBrokenAt,
    endedZone: latest.data[0]?.timeZone ?? "UTC",
    window: null,
    metNow: progress.taskProgress.status === "completed",
    parent: await readParent(context, "streak", parentId),
    brokenBy,
    neededNext,
    pauses: await readPauses(context, told),
    periods: presentPeriods(told),
    nextCursor: told.paging.nextCursor,
  };
}

async function readWindows(context: ServiceContext, id: string, parameters: URLSearchParams): Promise<Told> {
  const told = await getChallengeTimeline(context, id, parameters);
  const own = parameters.has("startingAfter")
    ? await getChallengeTimeline(context, id, new URLSearchParams({ limit: "1" }))
    : told;
  const { progress } = told;
  const { challengeId: parentId, ownedById: memberId } = progress;
  return {
    kind: "challenge",
    memberId,
    period: periodOfKey(progress.taskProgress.periodKey),
    status: progress.challengeProgressStatus,
    value: progress.currentProgressValue,
    endedAt: progress.challengeCompletedAt ?? progress.challengeFailedAt,
    endedZone: own.data[0]?.timeZone ?? "UTC",
    window: presentPeriods(own)[0] ?? null,
    metNow: progress.taskProgress.status === "completed",
    parent: await readParent(context, "challenge", parentId),
    brokenBy: null,
    neededNext: null,
    pauses: NO_PAUSES,
    periods: presentPeriods(told),
    nextCursor: told.paging.nextCursor,
  };
}

type RunTimeline = Awaited<ReturnType<typeof getStreakTimeline>>;
type WindowTimeline = Awaited<ReturnType<typeof getChallengeTimeline>>;

/** Whoever reads a timeline here reads everyone's, so that logs and milestones come with all that they hold. */
function presentPeriods({ data }: RunTimeline | WindowTimeline): TimelineView["periods"] {
  return data.map(({ logs, rewards, ...period }) => ({
    ...period,
    logs: logs.map(({ id = "", activityId = "", uniqueIdentifier = "", ...log }) => ({
      ...log,
      id,
      activityId,
      uniqueIdentifier,
    })),
    rewards: rewards.map(presentReward),
  }));
}

function presentReward({ milestone, ...reward }: RunTimeline["data"][number]["rewards"][number]): TimelineReward {
  const { rewardLogId, milestoneTargetValue, earnedAt, state } = reward;
  const milestoneName = "name" in milestone ? String(milestone.name) : "";
  return { rewardLogId, milestoneName, milestoneTargetValue, earnedAt, state };
}

/** What is known of the campaign; null when it was deleted. */
async function readParent(context: ServiceContext, kind: ParentSlug, id: string): Promise<TimelineView["parent"]> {
  try {
    const parent = await (kind === "streak" ? getStreak : getChallenge)(context, id);
    const { status, endsAt, completionTargetValue: target } = parent;
    return { id, name: "name" in parent ? parent.name : "", status, endsAt, target };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

/** Whether something could count in the period that broke a run. */
async function readPauses(
  context: ServiceContext,
  { progress, brokenBy }: RunTimeline,
): Promise<TimelineView["pauses"]> {
  if (!brokenBy?.missedPeriod) return NO_PAUSES;
  const { periodKey, timeZone } = brokenBy.missedPeriod;
  const endAt = Date.parse(brokenBy.brokenAt);
  const period = periodOfKey(periodKey);
  const startAt = periodStart(period, periodIndexAt(period, endAt - 1, timeZone), timeZone) ?? endAt;
  return findPauses(context, { parentId: progress.streakId, memberId: progress.ownedById, startAt, endAt });
}
