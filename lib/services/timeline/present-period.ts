import type { RewardLogRow } from "@/db/queries/reward-logs";
import type { PeriodLogsRow, TimelineLogRow } from "@/db/queries/timeline-logs";
import { COUNTED_LOGS } from "@/lib/contracts/timeline";
import { amountFromText } from "@/lib/domain/amount";
import { type EpochMs, periodDays, periodKey, type WindowPeriod } from "@/lib/domain/period";
import { rewardState } from "@/lib/domain/reward-state";
import { isLate, type TimelinePeriod } from "@/lib/domain/timeline";
import type { RecordReading } from "@/lib/services/icons/record-reading";
import { presentMilestone, presentMilestoneToMember } from "@/lib/services/milestones/present-milestone";
import { iso, wireAmount } from "@/lib/services/wire";

interface PeriodSources {
  period: WindowPeriod;
  told: TimelinePeriod;
  logs: PeriodLogsRow | undefined;
  rewards: RewardLogRow[];
}

interface Reader {
  /** A member sees of logs and milestones what is for end users. */
  everyone: boolean;
  reading: RecordReading;
  now: EpochMs;
}

/** One period as its readers see it, with its latest logs and the rewards it led to. */
export function presentPeriod({ period, told, logs, rewards }: PeriodSources, reader: Reader) {
  const { index, zone, startAt, endAt, status } = told;
  const total = logs?.total ?? 0;
  return {
    ...namePeriod(period, index, zone),
    periodStartAt: iso(startAt),
    periodEndAt: iso(endAt),
    value: wireAmount(told.value),
    targetValue: wireAmount(told.target),
    status,
    metAt: iso(told.metAt),
    missedAt: status === "missed" ? iso(endAt) : null,
    logCount: total,
    logCountIsCapped: total >= COUNTED_LOGS,
    lateLogCount: logs?.late ?? 0,
    logs: (logs?.logs ?? []).map((log) => presentLog(log, endAt, reader)),
    rewards: rewards.map((row) => presentReward(row, reader)),
  };
}

/** A period by name, as people of its zone would tell it: the local days that it spans, both included. */
export function namePeriod(period: WindowPeriod, index: number, zone: string) {
  const days = periodDays(period, index);
  return {
    periodKey: periodKey(period, index),
    firstDay: days?.first ?? null,
    lastDay: days?.last ?? null,
    timeZone: zone,
  };
}

function presentLog(log: TimelineLogRow, endAt: EpochMs | null, { everyone }: Reader) {
  const { id, activityId, uniqueIdentifier, timeZone } = log;
  return {
    activityAt: iso(log.activityAt),
    receivedAt: iso(log.receivedAt),
    activityValue: log.activityValue === null ? null : wireAmount(amountFromText(log.activityValue)),
    late: isLate(log.receivedAt, endAt),
    ...(everyone ? { id, activityId, uniqueIdentifier, timeZone } : {}),
  };
}

/** The code stays where `rewards:read` is asked for: at the reward log that is named. */
function presentReward({ reward, milestone }: RewardLogRow, { everyone, reading, now }: Reader) {
  return {
    rewardLogId: reward.id,
    earnedAt: iso(reward.createdAt),
    state: rewardState(reward, now),
    milestoneId: milestone.id,
    milestoneTargetValue: wireAmount(milestone.milestoneTargetValue),
    milestone: everyone ? presentMilestone(milestone, reading) : presentMilestoneToMember(milestone, reading),
  };
}
