import { Temporal } from "temporal-polyfill";

/** Milliseconds since 1970-01-01T00:00:00Z. The domain is handed instants; it never asks for the time. */
export type EpochMs = number;

export const AGGREGATION_PERIODS = ["daily", "weekly", "monthly"] as const;
export type AggregationPeriod = (typeof AGGREGATION_PERIODS)[number];
export const WINDOW_PERIODS = [...AGGREGATION_PERIODS, "all_time"] as const;
export type WindowPeriod = (typeof WINDOW_PERIODS)[number];

const DAY_MS = 86_400_000;
/** Monday 1969-12-29, the first day of the week that holds 1970-01-01, is three days before it. */
const WEEK_SHIFT_DAYS = 3;

/**
 * The zone in which a log's period is told: the member's, else the parent's, else the program's, else UTC (DOMAIN 3).
 */
export function zoneOfLog(member: string | null, parent: string | null, program: string | null): string {
  return member ?? parent ?? program ?? "UTC";
}

/** Whether the name is an IANA zone (or link) that this runtime knows. Offsets such as +02:00 are not zones. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * Ordinal of the period that holds an instant in a zone; neighbours differ by one. Days count from 1970-01-01, ISO
 * weeks (Monday first) from the one that holds it, months from year 0; `all_time` is 0.
 */
export function periodIndexAt(period: WindowPeriod, at: EpochMs, zone: string): number {
  if (period === "all_time") return 0;
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  if (period === "monthly") return date.year * 12 + date.month - 1;
  const day = epochDay(date);
  return period === "daily" ? day : Math.floor((day + WEEK_SHIFT_DAYS) / 7);
}

/** `daily_2026-04-10`, `weekly_2026-15` (ISO 8601 week-year and week), `monthly_2026-04`, `all_time` (DOMAIN 3). */
export function periodKey(period: WindowPeriod, index: number): string {
  if (period === "all_time") return "all_time";
  if (period === "monthly") return `monthly_${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`;
  if (period === "daily") return `daily_${dateOfDay(index).toString()}`;
  // The Thursday of an ISO week lies in the week's own year.
  const thursday = dateOfDay(index * 7 - WEEK_SHIFT_DAYS + 3);
  return `weekly_${pad(thursday.year, 4)}-${pad(Math.ceil(thursday.dayOfYear / 7), 2)}`;
}

/** Which kind of period a key names. */
export function periodOfKey(key: string): WindowPeriod {
  return AGGREGATION_PERIODS.find((period) => key.startsWith(`${period}_`)) ?? "all_time";
}

/** The first day of a period as the calendar has it, the same in every zone: `2026-04-10`. */
export function periodDate(period: AggregationPeriod, index: number): string {
  const day = period === "daily" ? index : index * 7 - WEEK_SHIFT_DAYS;
  const at = period === "monthly" ? Date.UTC(Math.floor(index / 12), index % 12, 1) : day * DAY_MS;
  return new Date(at).toISOString().slice(0, 10);
}

/** First instant of a period in a zone; null for `all_time`, which is open. */
export function periodStart(period: WindowPeriod, index: number, zone: string): EpochMs | null {
  if (period === "all_time") return null;
  return firstDate(period, index).toZonedDateTime(zone).epochMilliseconds;
}

/**
 * The instant at which a period is over for good in a zone; null for `all_time`.
 * Where clocks go back across midnight (St. John's until 2011) the old date returns, and it ends the second time.
 */
export function periodEnd(period: WindowPeriod, index: number, zone: string): EpochMs | null {
  if (period === "all_time") return null;
  const next = firstDate(period, index + 1);
  const starts = next.toZonedDateTime(zone).epochMilliseconds;
  const returns = next.toPlainDateTime().toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;
  if (returns <= starts) return starts;
  const before = Temporal.Instant.fromEpochMilliseconds(returns - 1)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  return Temporal.PlainDate.compare(before, next) < 0 ? returns : starts;
}

/** The local days that a period spans, both included: `2026-04-10`; null for `all_time`. */
export function periodDays(period: WindowPeriod, index: number): { first: string; last: string } | null {
  if (period === "all_time") return null;
  const last = firstDate(period, index + 1).subtract({ days: 1 });
  return { first: firstDate(period, index).toString(), last: last.toString() };
}

function firstDate(period: AggregationPeriod, index: number): Temporal.PlainDate {
  if (period === "monthly") return new Temporal.PlainDate(Math.floor(index / 12), (index % 12) + 1, 1);
  return dateOfDay(period === "daily" ? index : index * 7 - WEEK_SHIFT_DAYS);
}

function epochDay(date: Temporal.PlainDate): number {
  return Date.UTC(date.year, date.month - 1, date.day) / DAY_MS;
}

function dateOfDay(day: number): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(day * DAY_MS)
    .toZonedDateTimeISO("UTC")
    .toPlainDate();
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
