import type { Amount } from "./amount";
import { type AggregationPeriod, type EpochMs, periodEnd } from "./period";

/** What is fixed of a streak while it has logs (DOMAIN 2). */
export interface StreakRules {
  period: AggregationPeriod;
  /** What one period must reach to be met. */
  target: Amount;
  /** Met periods that finish a run. */
  completionTarget: number;
}

/** The last known whereabouts of a member: the zone of the log with the latest `activityAt`. */
export interface Latest {
  at: EpochMs;
  zone: string;
}

/** The task of one period: what a member's logs in it add up to. */
export interface PeriodTally {
  index: number;
  value: Amount;
  firstAt: EpochMs;
  latest: Latest;
  /** `activityAt` of the log that met the target; null while unmet. Once met it stays met. */
  metAt: EpochMs | null;
}

/**
 * Consecutive met periods, or (length 0) the provisional run that shows the latest period with a log while it is unmet.
 * A run keeps the start of its successor, so that telling how it broke needs no second run.
 */
export interface Run {
  id: string;
  first: number;
  length: number;
  startedAt: EpochMs;
  latest: Latest;
  completedAt: EpochMs | null;
  next: { first: number; startedAt: EpochMs } | null;
}

export const STREAK_PROGRESS_STATUSES = ["in_progress", "broken", "completed"] as const;
export type RunStatus = (typeof STREAK_PROGRESS_STATUSES)[number];

/** Index of a run's last met period; of a provisional run, its only period. */
export function lastIndex(run: Run): number {
  return run.first + Math.max(run.length, 1) - 1;
}

/**
 * When an unfinished run breaks if nothing more comes, or when it broke: at the end of its first unmet period, in the
 * zone of its latest log, or at the next run's first log if that is earlier. A run that ends where another begins
 * (a completed one, the wall) breaks at that one's first log (DOMAIN 3).
 */
export function breaksAt(run: Run, period: AggregationPeriod): EpochMs {
  const firstUnmet = run.first + run.length;
  if (run.next && run.next.first === firstUnmet) return run.next.startedAt;
  const end = periodEnd(period, firstUnmet, run.latest.zone) ?? Number.POSITIVE_INFINITY;
  return run.next ? Math.min(end, run.next.startedAt) : end;
}

/** Status at `now`, derived: no sweep is needed for it to be right. Only the last run can be in progress. */
export function runStatus(run: Run, period: AggregationPeriod, now: EpochMs): RunStatus {
  if (run.completedAt !== null) return "completed";
  return run.next || breaksAt(run, period) <= now ? "broken" : "in_progress";
}

/**
 * From when on a provisional run shows: not while the run before it is alive, since a member has at most one run in
 * progress (DOMAIN 3). Null: at once.
 */
export function provisionalVisibleFrom(lastRun: Run | undefined, period: AggregationPeriod): EpochMs | null {
  return lastRun && lastRun.completedAt === null ? breaksAt(lastRun, period) : null;
}

/** The later of two whereabouts; a tie goes to the greater zone name, so that the order of arrival makes no difference. */
export function laterOf(a: Latest, b: Latest): Latest {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.zone >= b.zone ? a : b;
}
