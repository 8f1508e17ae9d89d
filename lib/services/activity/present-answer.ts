import type { MilestoneRow } from "@/db/queries/milestones";
import { type Amount, amountFromText } from "@/lib/domain/amount";
import type { EpochMs } from "@/lib/domain/period";
import { periodKey } from "@/lib/domain/period";
import { presentChallengeProgress } from "@/lib/services/challenge-progress/present-challenge-progress";
import type { RecordReading } from "@/lib/services/icons/record-reading";
import { presentMilestone } from "@/lib/services/milestones/present-milestone";
import { presentRewardLog } from "@/lib/services/reward-logs/present-reward-log";
import { presentStreakProgress } from "@/lib/services/streak-progress/present-streak-progress";
import type { RowEffect } from "./fold";
import { presentActivity } from "./present-activity";
import type { RewardCandidate } from "./rows";

/** What an answer needs beside the effect of its row. */
export interface AnswerSources {
  programId: string;
  /** How milestones are read: an ingest names no language. */
  reading: RecordReading;
  /** Milestones that were achieved, by id. */
  milestones: Map<string, MilestoneRow>;
  /** When a progress record was first written: now for a new one. */
  createdAt: (progressId: string) => EpochMs;
  /** What was logged in a period that the rows did not touch. */
  taskValue: (effect: RowEffect) => Amount;
  now: EpochMs;
}

export type LogAnswer = ReturnType<typeof presentAnswer>;

/** The answer to one log: the log, the progress right after it, and what it achieved, the highest also by itself. */
export function presentAnswer(effect: RowEffect, rewards: RewardCandidate[], sources: AnswerSources) {
  const { placed } = effect;
  const achieved = rewards.flatMap((reward) => {
    const milestone = sources.milestones.get(reward.milestoneId);
    return milestone ? [{ reward, milestone }] : [];
  });
  const achievedMilestones = achieved.map(({ milestone }) => presentMilestone(milestone, sources.reading));
  const achievedMilestoneRewardLogs = achieved.map(({ reward, milestone }) =>
    presentRewardLog({ reward: newReward(reward, sources), milestone }, sources.now, sources.reading),
  );
  return {
    ...presentActivity({
      ...placed.activity,
      id: placed.logId,
      memberId: placed.memberId,
      createdAt: sources.now,
      updatedAt: sources.now,
      periodKey: periodKey(placed.parent.aggregationPeriod, placed.index),
    }),
    [`${placed.parent.slug}Id`]: placed.parent.id,
    progress: presentProgress(effect, sources),
    achievedMilestones,
    achievedMilestoneRewardLogs,
    achievedMilestone: achievedMilestones.at(-1) ?? null,
    achievedMilestoneRewardLog: achievedMilestoneRewardLogs.at(-1) ?? null,
  };
}

function presentProgress(effect: RowEffect, { createdAt, taskValue, now }: AnswerSources) {
  const { streak, window, placed } = effect;
  const { parent, memberId } = placed;
  const shared = { memberId, updatedAt: now };
  if (streak && parent.aggregationPeriod !== "all_time") {
    const view = {
      ...shared,
      run: streak.run,
      streakId: parent.id,
      createdAt: createdAt(streak.run.id),
      period: parent.aggregationPeriod,
      target: amountFromText(parent.aggregationTargetValue ?? "0"),
    };
    return presentStreakProgress(view, taskValue(effect), now);
  }
  if (!window) return null;
  const view = {
    ...shared,
    window,
    challengeId: parent.id,
    createdAt: createdAt(window.id),
    period: parent.aggregationPeriod,
    target: amountFromText(parent.completionTargetValue),
    startsAt: parent.startsAt,
    endsAt: parent.endsAt,
  };
  return presentChallengeProgress(view, now);
}

function newReward(candidate: RewardCandidate, { programId, now }: AnswerSources) {
  const { parent, memberId } = candidate.effect.placed;
  return {
    programId,
    id: candidate.id,
    linkedSchemaSlug: parent.slug,
    linkedSchemaRecordId: parent.id,
    milestoneId: candidate.milestoneId,
    memberId,
    periodKey: candidate.periodKey,
    uniqueIdentifier: candidate.uniqueIdentifier,
    once: candidate.once,
    couponCode: null,
    rewardIssuedAt: null,
    rewardExpiryAt: null,
    rewardRedeemedAt: null,
    celebratedAt: null,
    createdAt: now,
    updatedAt: now,
  };
}
