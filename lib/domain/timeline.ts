import type { Amount } from "./amount";
import { type ChallengeWindow, windowEnd, windowStart } from "./challenge";
import { type AggregationPeriod, type EpochMs, periodEnd, periodStart, type WindowPeriod } from "./period";
import { breaksAt, lastIndex, type PeriodTally, type Run, runStatus } from "./streak";
import { type TaskStatus, taskIndex, taskStatus } from "./task";

/** `missed_period`: a period ended unmet. `next_run`: the member's next run began before it did, or in its place. */
export type BreakCause = "missed_period" | "next_run";

/** What ended an unfinished run. */
export interface RunBreak {
  cause: BreakCause;
  at: EpochMs;
  /** The period that was missed; null where a completed run, which is a wall, holds the very period. */
  missed: number | null;
  /** Where the member was known to be: in this zone the missed period ends. */
  zone: string;
}

/** One period of a story: what was asked, what was logged, and what became of it. */
export interface TimelinePeriod {
  index: number;
  zone: string;
  startAt: EpochMs | null;
  endAt: EpochMs | null;
  value: Amount;
  target: Amount;
  status: TaskStatus;
  metAt: EpochMs | null;
}

/** Why a run is broken at `now`; null while it is not. */
export function runBreak(run: Run, period: AggregationPeriod, now: EpochMs): RunBreak | null {
  if (runStatus(run, period, now) !== "broken") return null;
  const { zone } = run.latest;
  const unmet = run.first + run.length;
  const at = breaksAt(run, period);
  if (run.next?.first === unmet) return { cause: "next_run", at, missed: null, zone };
  const end = periodEnd(period, unmet, zone);
  return { cause: end !== null && at < end ? "next_run" : "missed_period", at, missed: unmet, zone };
}

/** The period that a run in progress needs met next, and the moment at which it breaks otherwise; null for any other. */
export function runNeed(run: Run, period: AggregationPeriod, now: EpochMs): { index: number; at: EpochMs } | null {
  if (runStatus(run, period, now) !== "in_progress") return null;
  return { index: run.first + run.length, at: breaksAt(run, period) };
}

/**
 * The periods of a run's story: those that it met; then of a broken one the period that it missed, and of one in
 * progress those up to the period of now.
 */
export function timelineSpan(run: Run, period: AggregationPeriod, now: EpochMs): { first: number; last: number } {
  const { first } = run;
  const last = lastIndex(run);
  const broken = runBreak(run, period, now);
  if (broken) return { first, last: broken.missed ?? last };
  // An activity may be dated a little ahead, so that now still lies in the period before it.
  return { first, last: Math.max(last, taskIndex(run, period, now)) };
}

/**
 * A period of a run's story. One that the run met is told in the zone of its own latest log; the one after those, which
 * decides whether the run goes on, in the zone that the run's end is told in.
 */
export function runPeriod(
  run: Run,
  rules: { period: AggregationPeriod; target: Amount },
  index: number,
  tally: PeriodTally | undefined,
  now: EpochMs,
): TimelinePeriod {
  const { period, target } = rules;
  const zone = index <= lastIndex(run) && tally ? tally.latest.zone : run.latest.zone;
  const endAt = periodEnd(period, index, zone);
  const value = tally?.value ?? 0n;
  return {
    index,
    zone,
    startAt: periodStart(period, index, zone),
    endAt,
    value,
    target,
    status: taskStatus(value, target, endAt, now),
    metAt: tally?.metAt ?? null,
  };
}

/** A window of a challenge as a period of a story. */
export function windowPeriod(
  window: ChallengeWindow,
  rules: { period: WindowPeriod; target: Amount; startsAt: EpochMs | null; endsAt: EpochMs | null },
  now: EpochMs,
): TimelinePeriod {
  const { period, target } = rules;
  const endAt = windowEnd(window, period, rules.endsAt);
  return {
    index: window.index,
    zone: window.latest.zone,
    startAt: windowStart(window, period, rules.startsAt),
    endAt,
    value: window.value,
    target,
    status: taskStatus(window.value, target, endAt, now),
    metAt: window.completedAt,
  };
}

/** Whether something came when its period was over. */
export function isLate(receivedAt: EpochMs, endAt: EpochMs | null): boolean {
  return endAt !== null && receivedAt >= endAt;
}
