import { amountToText } from "@/lib/domain/amount";
import { type EpochMs, periodEnd, periodKey } from "@/lib/domain/period";
import { rewardIdentifier } from "@/lib/domain/record";
import { breaksAt, type PeriodTally, type Run } from "@/lib/domain/streak";
import { newId } from "@/lib/services/ids";
import { iso } from "@/lib/services/wire";
import type { Placed, RowEffect, StreakPair, WindowPair } from "./fold";

/*
 * Rows in the columns of their tables, as the write statement takes them: instants as ISO text, amounts as decimal text.
 */

export interface RewardCandidate {
  id: string;
  effect: RowEffect;
  milestoneId: string;
  points: number;
  once: boolean;
  periodKey: string;
  uniqueIdentifier: string;
}

/** A log, in the table of its parent's kind. */
export function logRow(programId: string, placed: Placed, now: EpochMs) {
  const { activity, parent } = placed;
  return {
    program_id: programId,
    id: placed.logId,
    [`${parent.slug}_id`]: parent.id,
    member_id: placed.memberId,
    activity_at: iso(activity.activityAt),
    activity_id: activity.activityId,
    unique_identifier: activity.uniqueIdentifier,
    activity_value: activity.activityValue === null ? null : amountToText(activity.activityValue),
    metadata: activity.metadata,
    period_key: periodKey(parent.aggregationPeriod, placed.index),
    period_index: placed.index,
    time_zone: placed.zone,
    created_at: iso(now),
    updated_at: iso(now),
  };
}

/** The task of one period. */
export function tallyRow(programId: string, { parent, memberId }: StreakPair, tally: PeriodTally) {
  return {
    program_id: programId,
    streak_id: parent.id,
    member_id: memberId,
    period_index: tally.index,
    value: amountToText(tally.value),
    first_at: iso(tally.firstAt),
    latest_at: iso(tally.latest.at),
    latest_zone: tally.latest.zone,
    met_at: iso(tally.metAt),
  };
}

/** A run of a streak. */
export function runRow(programId: string, pair: StreakPair, run: Run, createdAt: EpochMs, now: EpochMs) {
  const period = pair.parent.aggregationPeriod;
  if (period === "all_time") throw new Error("a streak has no all_time period");
  const breaks = run.completedAt === null ? breaksAt(run, period) : null;
  return {
    program_id: programId,
    id: run.id,
    streak_id: pair.parent.id,
    member_id: pair.memberId,
    first_index: run.first,
    length: run.length,
    started_at: iso(run.startedAt),
    latest_at: iso(run.latest.at),
    latest_zone: run.latest.zone,
    completed_at: iso(run.completedAt),
    next_first_index: run.next?.first ?? null,
    next_started_at: iso(run.next?.startedAt ?? null),
    breaks_at: iso(breaks),
    visible_from: run.length === 0 ? iso(pair.ledger.provisionalVisibleFrom) : null,
    created_at: iso(createdAt),
    updated_at: iso(now),
  };
}

/** A window of a challenge. */
export function windowRow(
  programId: string,
  { parent, memberId, window }: WindowPair,
  createdAt: EpochMs,
  now: EpochMs,
) {
  return {
    program_id: programId,
    id: window.id,
    challenge_id: parent.id,
    member_id: memberId,
    period_index: window.index,
    value: amountToText(window.value),
    started_at: iso(window.startedAt),
    latest_at: iso(window.latest.at),
    latest_zone: window.latest.zone,
    completed_at: iso(window.completedAt),
    period_end_at: iso(periodEnd(parent.aggregationPeriod, window.index, window.latest.zone)),
    created_at: iso(createdAt),
    updated_at: iso(now),
  };
}

/** The rewards that rows reached. Of a milestone that pays once, only the first, and none to members who had it. */
export function rewardCandidates(
  effects: RowEffect[],
  given: { milestoneId: string; memberId: string }[],
): RewardCandidate[] {
  const had = new Set(given.map(({ milestoneId, memberId }) => `${milestoneId} ${memberId}`));
  const candidates: RewardCandidate[] = [];
  for (const effect of effects) {
    const { parent, memberId } = effect.placed;
    for (const { milestone, index } of effect.reached) {
      const key = `${milestone.id} ${memberId}`;
      if (!milestone.repeatable && had.has(key)) continue;
      had.add(key);
      const reachedIn = periodKey(parent.aggregationPeriod, index);
      candidates.push({
        id: newId(),
        effect,
        milestoneId: milestone.id,
        points: milestone.points,
        once: !milestone.repeatable,
        periodKey: reachedIn,
        uniqueIdentifier: rewardIdentifier(parent.slug, parent.id, memberId, reachedIn),
      });
    }
  }
  return candidates;
}

/** A reward that was earned. */
export function rewardRow(programId: string, candidate: RewardCandidate, now: EpochMs) {
  const { parent, memberId } = candidate.effect.placed;
  return {
    program_id: programId,
    id: candidate.id,
    linked_schema_slug: parent.slug,
    linked_schema_record_id: parent.id,
    milestone_id: candidate.milestoneId,
    member_id: memberId,
    period_key: candidate.periodKey,
    unique_identifier: candidate.uniqueIdentifier,
    once: candidate.once,
    created_at: iso(now),
    updated_at: iso(now),
  };
}
