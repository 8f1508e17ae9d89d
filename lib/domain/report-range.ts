import {
  type AggregationPeriod,
  type EpochMs,
  periodDate,
  periodEnd,
  periodIndexAt,
  periodKey,
  periodStart,
} from "./period";

/** Days as a reader chose them, first and last included, as instants: from the start of one to the end of the other. */
export interface ReportRange {
  from: EpochMs;
  to: EpochMs;
}

/** One column of a report over time: `from` <= instant < `to`. The first and the last may be cut off by the range. */
export interface Bucket {
  key: string;
  from: EpochMs;
  to: EpochMs;
}

/** First and last day of a range, as `2026-04-10`, both included. */
export interface Days {
  from: string;
  to: string;
}

/** The most days that lie between the first and the last one of a report. */
export const MAX_REPORT_DAYS = 3660;

/** Ranges that end today. */
export const REPORT_PRESETS = ["7d", "30d", "90d", "365d"] as const;
export type ReportPreset = (typeof REPORT_PRESETS)[number];
export const DEFAULT_PRESET: ReportPreset = "30d";

const DAY_MS = 86_400_000;
const MOST_DAYS = 31;
const MOST_WEEKS = 26;

/** The range of whole days `firstDay` to `lastDay` (as `2026-04-10`) in a zone. */
export function rangeOfDays(firstDay: string, lastDay: string, zone: string): ReportRange {
  // A date's index is the same in every zone, and noon in UTC lies on it.
  const index = (day: string) => periodIndexAt("daily", Date.parse(`${day}T12:00:00Z`), "UTC");
  return {
    from: periodStart("daily", index(firstDay), zone) ?? 0,
    to: periodEnd("daily", index(lastDay), zone) ?? 0,
  };
}

/** Days for up to a month, ISO weeks for up to half a year, months for more: few enough to be read as a chart. */
export function bucketPeriod({ from, to }: ReportRange): AggregationPeriod {
  const days = Math.round((to - from) / DAY_MS);
  if (days <= MOST_DAYS) return "daily";
  return days <= MOST_WEEKS * 7 ? "weekly" : "monthly";
}

/** The range in days, weeks or months of a zone, without a gap and without an overlap. */
export function buckets(range: ReportRange, period: AggregationPeriod, zone: string): Bucket[] {
  const [first, last] = [range.from, range.to - 1].map((at) => periodIndexAt(period, at, zone));
  if (first === undefined || last === undefined) return [];
  const made: Bucket[] = [];
  for (let index = first; index <= last; index++) {
    const from = made.at(-1)?.to ?? range.from;
    const end = periodEnd(period, index, zone) ?? range.to;
    made.push({ key: periodKey(period, index), from, to: Math.min(end, range.to) });
  }
  return made.filter((bucket) => bucket.from < bucket.to);
}

/** The days of a zone on which a range begins and ends. */
export function daysOfRange({ from, to }: ReportRange, zone: string): Days {
  return { from: dayAt(from, zone), to: dayAt(to - 1, zone) };
}

/**
 * The days that a reader chose: some days up to today, or a first and a last one, either of which may be left open. They
 * are put in order, and the last ten years stay of more.
 */
export function chosenDays(
  chosen: { range: ReportPreset; from: string | null; to: string | null },
  now: EpochMs,
  zone: string,
): Days {
  const length = Number.parseInt(chosen.range, 10);
  const to = chosen.to ?? dayAt(now, zone);
  const [first = to, last = to] = [chosen.from ?? daysBefore(to, length - 1), to].sort();
  const earliest = daysBefore(last, MAX_REPORT_DAYS);
  return { from: first < earliest ? earliest : first, to: last };
}

const dayAt = (at: EpochMs, zone: string) => periodDate("daily", periodIndexAt("daily", at, zone));
const daysBefore = (day: string, days: number) => dayAt(Date.parse(day) - days * DAY_MS, "UTC");
