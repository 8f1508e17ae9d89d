import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CORPORA_DIR, hasCorpora } from "@/scripts/corpora";
import { type AggregationPeriod, periodEnd, periodIndexAt, periodKey, periodStart } from "./period";

type Row = Record<string, string>;

function rowsOf(file: string): Row[] {
  const [header = "", ...lines] = readFileSync(join(CORPORA_DIR, "time", file), "utf8")
    .trim()
    .split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, column) => [names[column] ?? "", cell])));
}

const cell = (row: Row, name: string): string => {
  const text = row[name];
  if (text === undefined) throw new Error(`the corpus has no column ${name}`);
  return text;
};
const at = (row: Row, name: string) => Date.parse(cell(row, name));
const keyAt = (period: AggregationPeriod, instant: number, zone: string) =>
  periodKey(period, periodIndexAt(period, instant, zone));
/** `2018-11-04T00:59:59` as milliseconds of a clock that knows no zone. */
const wallClock = (text: string) => Date.parse(`${text}Z`);
const DAY = 86_400_000;
const dateOf = (clock: number) => `daily_${new Date(clock).toISOString().slice(0, 10)}`;

/**
 * Morocco stays on GMT from this instant on (seen in tzdata 2026c; the corpora are older and let it go on to and fro).
 * Where the runtime knows of it, Moroccan rows after it are held against UTC, which is what its clocks then show.
 */
const MOROCCO_KEEPS_GMT = Date.parse("2026-09-20T01:00:00Z");
const runtimeKnowsIt =
  new Intl.DateTimeFormat("en", { timeZone: "Africa/Casablanca", hour: "2-digit", hourCycle: "h23" }).format(
    Date.parse("2027-06-01T12:00:00Z"),
  ) === "12";
const isOvertaken = (zone: string, instant: number) =>
  runtimeKnowsIt && zone === "Africa/Casablanca" && instant >= MOROCCO_KEEPS_GMT;

/** Rows that say something else than the code, in full: all rows are looked at before anything is told. */
function wrong(rows: Row[], told: (row: Row) => [actual: unknown, expected: unknown][]): string[] {
  return rows.flatMap((row) =>
    told(row)
      .filter(([actual, expected]) => actual !== expected)
      .map(([actual, expected]) => `${Object.values(row).join(",")}: ${actual}, not ${expected}`),
  );
}

function sameAsUtc(instant: number, zone: string): [unknown, unknown][] {
  const day = periodIndexAt("daily", instant, zone);
  return [
    [keyAt("daily", instant, zone), dateOf(instant)],
    [keyAt("weekly", instant, zone), keyAt("weekly", instant, "UTC")],
    [keyAt("monthly", instant, zone), keyAt("monthly", instant, "UTC")],
    [periodStart("daily", day, zone), day * DAY],
    [periodEnd("daily", day, zone), (day + 1) * DAY],
  ];
}

describe.skipIf(!hasCorpora())("periods in the corpora of time", () => {
  it("has every ISO week from 1990 to 2040, Monday to Sunday", () => {
    const rows = rowsOf("iso-weeks.csv");
    expect(rows.length).toBeGreaterThan(9_000);
    const difference = wrong(rows, (row) => {
      const noon = Date.parse(`${cell(row, "date")}T12:00:00Z`);
      const index = periodIndexAt("weekly", noon, "UTC");
      const monday = index !== periodIndexAt("weekly", noon - DAY, "UTC");
      const week = `weekly_${cell(row, "isoYear")}-${cell(row, "isoWeek")}`;
      return [
        [periodKey("weekly", index), `weekly_${cell(row, "weekKey")}`],
        [periodKey("weekly", index), week],
        [monday, cell(row, "isoWeekday") === "1"],
      ];
    });
    expect(difference).toEqual([]);
  });

  it("has the day, week and month of every instant in every zone", () => {
    const rows = rowsOf("zone-keys.csv");
    expect(rows.length).toBeGreaterThan(28_000);
    const difference = wrong(rows, (row) => {
      const [instant, zone] = [at(row, "instantUTC"), cell(row, "zone")];
      if (isOvertaken(zone, instant)) return sameAsUtc(instant, zone);
      return [
        [keyAt("daily", instant, zone), `daily_${cell(row, "dayKey")}`],
        [keyAt("daily", instant, zone), dateOf(wallClock(cell(row, "local")))],
        [keyAt("weekly", instant, zone), `weekly_${cell(row, "weekKey")}`],
        [keyAt("monthly", instant, zone), `monthly_${cell(row, "monthKey")}`],
      ];
    });
    expect(difference).toEqual([]);
  });

  it("tells the dates on both sides of every change of offset", () => {
    const rows = rowsOf("dst-transitions.csv");
    expect(rows.length).toBeGreaterThan(1_500);
    const difference = wrong(rows, (row) => {
      const [instant, zone] = [at(row, "instantUTC"), cell(row, "zone")];
      if (isOvertaken(zone, instant)) return [...sameAsUtc(instant - 1, zone), ...sameAsUtc(instant, zone)];
      const [reaches, jumpsTo] = [wallClock(cell(row, "wallClockReaches")), wallClock(cell(row, "wallClockJumpsTo"))];
      const before = keyAt("daily", instant - 1, zone);
      const after = keyAt("daily", instant, zone);
      const daysOn = periodIndexAt("daily", instant, zone) - periodIndexAt("daily", instant - 1, zone);
      return [
        [before, dateOf(reaches - 1)],
        [after, dateOf(jumpsTo)],
        [instant + Number(cell(row, "offsetBefore")) * 1000, reaches],
        [instant + Number(cell(row, "offsetAfter")) * 1000, jumpsTo],
        [daysOn < 0 || daysOn > 1, cell(row, "dateGoesBackOrIsSkipped") === "1"],
      ];
    });
    expect(difference).toEqual([]);
  });

  /**
   * A row is one unbroken stretch of a date. Where clocks go back across midnight (St. John's) a date has two: the
   * period then starts with the first of them and ends with the second.
   */
  it("starts and ends days of odd length where they start and end", () => {
    const rows = rowsOf("odd-length-days.csv");
    expect(rows.length).toBeGreaterThan(1_500);
    const returns = new Set(
      rowsOf("dst-transitions.csv")
        .filter((row) => cell(row, "dateGoesBackOrIsSkipped") === "1")
        .map((row) => `${cell(row, "zone")} ${at(row, "instantUTC")}`),
    );
    let dividedDays = 0;
    const difference = wrong(rows, (row) => {
      const [first, end, zone] = [at(row, "firstInstantUTC"), at(row, "endInstantUTC"), cell(row, "zone")];
      if (isOvertaken(zone, first)) return [...sameAsUtc(first, zone), ...sameAsUtc(end, zone)];
      const key = `daily_${cell(row, "localDate")}`;
      const index = periodIndexAt("daily", first, zone);
      const startsAgain = returns.has(`${zone} ${first}`);
      const comesAgain = returns.has(`${zone} ${end}`);
      if (startsAgain || comesAgain) dividedDays += 1;
      const [start, over] = [periodStart("daily", index, zone) ?? 0, periodEnd("daily", index, zone) ?? 0];
      return [
        [periodKey("daily", index), key],
        [keyAt("daily", end - 1, zone), key],
        [keyAt("daily", first - 1, zone) === key, false],
        [keyAt("daily", end, zone) === key, false],
        [(end - first) / 1000, Number(cell(row, "seconds"))],
        [startsAgain ? start < first : start === first, true],
        [comesAgain ? over > end : over === end, true],
        // Not one instant of the date lies outside of its bounds, also where it is divided.
        [keyAt("daily", start, zone), key],
        [keyAt("daily", over - 1, zone), key],
        [keyAt("daily", start - 1, zone) === key, false],
        [keyAt("daily", over, zone) === key, false],
        [cell(row, "notContiguous"), "0"],
      ];
    });
    expect(difference).toEqual([]);
    expect(dividedDays).toBe(2 * returns.size);
  });
});
