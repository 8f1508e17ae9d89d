import type { Amount } from "@/lib/domain/amount";
import { type AggregationPeriod, type EpochMs, periodEnd, periodKey, periodStart } from "@/lib/domain/period";
import { progressIdentifier } from "@/lib/domain/record";
import { breaksAt, type Run, runStatus } from "@/lib/domain/streak";
import { taskIndex, taskStatus } from "@/lib/domain/task";
import { iso, wireAmount } from "@/lib/services/wire";

/** A run with what it takes to show it. */
export interface RunView {
  run: Run;
  streakId: string;
  memberId: string;
  createdAt: EpochMs;
  updatedAt: EpochMs;
  period: AggregationPeriod;
  target: Amount;
}

/** A run as its readers see it at `now`; `taskValue` is what was logged in the period that `taskIndex` names. */
export function presentStreakProgress(view: RunView, taskValue: Amount, now: EpochMs) {
  const { run, period } = view;
  const status = runStatus(run, period, now);
  return {
    id: run.id,
    createdAt: iso(view.createdAt),
    updatedAt: iso(view.updatedAt),
    streakId: view.streakId,
    ownedById: view.memberId,
    uniqueIdentifier: progressIdentifier(view.streakId, view.memberId),
    currentProgressValue: run.length,
    streakProgressStatus: status,
    streakStartedAt: iso(run.startedAt),
    streakBrokenAt: status === "broken" ? iso(breaksAt(run, period)) : null,
    streakCompletedAt: iso(run.completedAt),
    taskProgress: presentTask(view, taskValue, now),
  };
}

function presentTask({ run, period, target }: RunView, value: Amount, now: EpochMs) {
  const index = taskIndex(run, period, now);
  const endAt = periodEnd(period, index, run.latest.zone);
  return {
    periodKey: periodKey(period, index),
    periodStartAt: iso(periodStart(period, index, run.latest.zone)),
    periodEndAt: iso(endAt),
    currentValue: wireAmount(value),
    targetValue: wireAmount(target),
    status: taskStatus(value, target, endAt, now),
  };
}
