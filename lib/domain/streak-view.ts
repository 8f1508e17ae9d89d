import type { Amount } from "./amount";
import { type AggregationPeriod, type EpochMs, periodDate, periodIndexAt } from "./period";
import { breaksAt, type Run, runStatus } from "./streak";

/** How many periods a strip shows, the one of now included. */
export const STRIP_LENGTHS: Record<AggregationPeriod, number> = { daily: 7, weekly: 8, monthly: 12 };

/** What is known of one member on one streak: the last run, and the tallies of the latest periods with a log. */
export interface StreakFacts {
  period: AggregationPeriod;
  lastRun: Run | null;
  tallies: { index: number; value: Amount; met: boolean }[];
}

export interface StreakView {
  state: "idle" | "running" | "broken" | "completed";
  /** Met periods of the run that goes on or was completed last. */
  count: number;
  /** Ordinal of that run's first period; of the period of now when there is none. */
  first: number;
  cells: { date: string; state: "met" | "open" | "unmet" }[];
  task: { value: Amount; met: boolean };
  broken: { length: number; at: EpochMs } | null;
}

/**
 * A member's streak as it stands at `now`, for people: `zone` is where the member's next activity would be counted. A
 * run whose next period has ended unmet is broken, sweep or no sweep (DOMAIN 3). A completed run is shown until the
 * next one has a met period.
 */
export function viewStreak(facts: StreakFacts, zone: string, now: EpochMs): StreakView {
  const { period, lastRun, tallies } = facts;
  const current = periodIndexAt(period, now, zone);
  const byIndex = new Map(tallies.map((tally) => [tally.index, tally]));
  const length = STRIP_LENGTHS[period];
  const cells = Array.from({ length }, (_, position) => {
    const index = current - length + 1 + position;
    const open = index === current ? ("open" as const) : ("unmet" as const);
    return { date: periodDate(period, index), state: byIndex.get(index)?.met ? ("met" as const) : open };
  });
  const today = byIndex.get(current);
  return {
    ...viewRun(lastRun, period, current, now),
    cells,
    task: { value: today?.value ?? 0n, met: today?.met ?? false },
  };
}

function viewRun(
  run: Run | null,
  period: AggregationPeriod,
  current: number,
  now: EpochMs,
): Pick<StreakView, "state" | "count" | "first" | "broken"> {
  if (!run) return { state: "idle", count: 0, first: current, broken: null };
  const status = runStatus(run, period, now);
  if (status === "broken")
    return { state: "broken", count: 0, first: current, broken: { length: run.length, at: breaksAt(run, period) } };
  const state = status === "completed" ? "completed" : "running";
  return { state, count: run.length, first: run.first, broken: null };
}
