import type { Amount } from "./amount";
import { type EpochMs, periodEnd, periodStart, type WindowPeriod } from "./period";
import { type Latest, laterOf } from "./streak";

/** A member's sum or count within one window of a challenge: one day, week, month, or all time. */
export interface ChallengeWindow {
  id: string;
  index: number;
  value: Amount;
  startedAt: EpochMs;
  latest: Latest;
  /** `activityAt` of the log that reached the target; the window stays completed and keeps counting. */
  completedAt: EpochMs | null;
}

export const CHALLENGE_PROGRESS_STATUSES = ["in_progress", "completed", "failed"] as const;
export type ChallengeStatus = (typeof CHALLENGE_PROGRESS_STATUSES)[number];

export interface ChallengeLog {
  index: number;
  at: EpochMs;
  zone: string;
  amount: Amount;
}

/** The window after one more log, in whatever order logs come. A new window takes its id from `newId`. */
export function addToWindow(
  before: ChallengeWindow | undefined,
  log: ChallengeLog,
  target: Amount,
  newId: () => string,
): ChallengeWindow {
  const value = (before?.value ?? 0n) + log.amount;
  const here = { at: log.at, zone: log.zone };
  return {
    id: before?.id ?? newId(),
    index: log.index,
    value,
    startedAt: before ? Math.min(before.startedAt, log.at) : log.at,
    latest: before ? laterOf(before.latest, here) : here,
    completedAt: before?.completedAt ?? (value >= target ? log.at : null),
  };
}

/** Where a window begins: its period's start in the zone of its latest log; `startsAt` for `all_time`; null: open. */
export function windowStart(window: ChallengeWindow, period: WindowPeriod, startsAt: EpochMs | null): EpochMs | null {
  return period === "all_time" ? startsAt : periodStart(period, window.index, window.latest.zone);
}

/**
 * Where a window ends: its period's end in the zone of its latest log or `endsAt`, whichever is earlier.
 * Null: never (`all_time` without `endsAt` never fails).
 */
export function windowEnd(window: ChallengeWindow, period: WindowPeriod, endsAt: EpochMs | null): EpochMs | null {
  const end = periodEnd(period, window.index, window.latest.zone);
  if (end === null || endsAt === null) return end ?? endsAt;
  return Math.min(end, endsAt);
}

/** Status at `now`: completed for good, failed once the window ended short. A late log turns failed into completed. */
export function windowStatus(completedAt: EpochMs | null, endsAt: EpochMs | null, now: EpochMs): ChallengeStatus {
  if (completedAt !== null) return "completed";
  return endsAt !== null && endsAt <= now ? "failed" : "in_progress";
}
