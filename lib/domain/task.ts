import type { Amount } from "./amount";
import { type AggregationPeriod, type EpochMs, periodIndexAt } from "./period";
import { lastIndex, type Run, runStatus } from "./streak";

export type TaskStatus = "in_progress" | "completed" | "missed";

/** Whether a task's target is reached, may still be reached, or was missed: ended unmet. `endAt` null never ends. */
export function taskStatus(value: Amount, target: Amount, endAt: EpochMs | null, now: EpochMs): TaskStatus {
  if (value >= target) return "completed";
  return endAt !== null && endAt <= now ? "missed" : "in_progress";
}

/** The period whose task a run shows: of a run in progress the period of now, else its last with a log (DOMAIN 2). */
export function taskIndex(run: Run, period: AggregationPeriod, now: EpochMs): number {
  if (runStatus(run, period, now) !== "in_progress") return lastIndex(run);
  return periodIndexAt(period, now, run.latest.zone);
}
