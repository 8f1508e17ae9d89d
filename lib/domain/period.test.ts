import { describe, expect, it } from "vitest";
import {
  type AggregationPeriod,
  isTimeZone,
  periodDate,
  periodEnd,
  periodIndexAt,
  periodKey,
  periodOfKey,
  periodStart,
  zoneOfLog,
} from "./period";

const utc = (text: string) => Date.parse(text.includes("T") ? `${text}Z` : `${text}T00:00:00Z`);
const keyAt = (period: AggregationPeriod, text: string, zone = "UTC") =>
  periodKey(period, periodIndexAt(period, utc(text), zone));
const iso = (at: number | null) => at !== null && new Date(at).toISOString().replace(".000Z", "");
/** Start, end and hours of the period that holds an instant. */
function extent(period: AggregationPeriod, text: string, zone: string): [string | false, string | false, number] {
  const index = periodIndexAt(period, utc(text), zone);
  const [start, end] = [periodStart(period, index, zone), periodEnd(period, index, zone)];
  return [iso(start), iso(end), ((end ?? 0) - (start ?? 0)) / 3_600_000];
}

describe("period keys", () => {
  it.each([
    ["2020-12-27T23:59:59.999", "weekly_2020-52"],
    ["2020-12-28", "weekly_2020-53"],
    ["2020-12-31", "weekly_2020-53"],
    ["2021-01-03T23:59:59.999", "weekly_2020-53"],
    ["2021-01-04", "weekly_2021-01"],
    ["2026-12-27", "weekly_2026-52"],
    ["2026-12-28", "weekly_2026-53"],
    ["2027-01-03", "weekly_2026-53"],
    ["2027-01-04", "weekly_2027-01"],
    ["2024-12-30", "weekly_2025-01"],
    ["2016-01-03", "weekly_2015-53"],
    ["2026-04-10", "weekly_2026-15"],
    ["1969-12-29", "weekly_1970-01"],
    ["1969-12-28", "weekly_1969-52"],
  ])("of the week of %s: %s", (instant, key) => {
    expect(keyAt("weekly", instant)).toBe(key);
  });

  it.each([
    ["2024-02-28T23:59:59.999", "daily_2024-02-28", "monthly_2024-02"],
    ["2024-02-29T00:00:00", "daily_2024-02-29", "monthly_2024-02"],
    ["2024-02-29T23:59:59.999", "daily_2024-02-29", "monthly_2024-02"],
    ["2024-03-01T00:00:00", "daily_2024-03-01", "monthly_2024-03"],
    ["2026-02-28T23:59:59.999", "daily_2026-02-28", "monthly_2026-02"],
    ["2026-03-01T00:00:00", "daily_2026-03-01", "monthly_2026-03"],
    ["2026-04-30T23:59:59.999", "daily_2026-04-30", "monthly_2026-04"],
    ["2025-12-31T23:59:59.999", "daily_2025-12-31", "monthly_2025-12"],
    ["2026-01-01T00:00:00", "daily_2026-01-01", "monthly_2026-01"],
    ["1969-12-31T23:59:59.999", "daily_1969-12-31", "monthly_1969-12"],
    ["2000-02-29T12:00:00", "daily_2000-02-29", "monthly_2000-02"],
  ])("of day and month of %s: %s, %s", (instant, day, month) => {
    expect(keyAt("daily", instant)).toBe(day);
    expect(keyAt("monthly", instant)).toBe(month);
  });

  it.each([
    ["Asia/Kathmandu", "2026-04-10T18:14:59.999", "daily_2026-04-10"],
    ["Asia/Kathmandu", "2026-04-10T18:15:00", "daily_2026-04-11"],
    ["Pacific/Kiritimati", "2026-04-10T09:59:59.999", "daily_2026-04-10"],
    ["Pacific/Kiritimati", "2026-04-10T10:00:00", "daily_2026-04-11"],
    ["Pacific/Pago_Pago", "2026-04-10T10:59:59.999", "daily_2026-04-09"],
    ["Pacific/Pago_Pago", "2026-04-10T11:00:00", "daily_2026-04-10"],
    ["Pacific/Apia", "2011-12-30T09:59:59.999", "daily_2011-12-29"],
    ["Pacific/Apia", "2011-12-30T10:00:00", "daily_2011-12-31"],
    ["America/St_Johns", "2010-11-07T02:30:30", "daily_2010-11-07"],
    ["America/St_Johns", "2010-11-07T02:31:00", "daily_2010-11-06"],
    ["America/St_Johns", "2010-11-07T03:30:00", "daily_2010-11-07"],
  ])("in %s at %s: %s", (zone, instant, key) => {
    expect(keyAt("daily", instant, zone)).toBe(key);
  });

  it.each(["daily", "weekly", "monthly", "all_time"] as const)("tell that they are %s", (period) => {
    expect(periodOfKey(periodKey(period, 20_553))).toBe(period);
  });

  it("know one window of all time, without bounds", () => {
    expect(periodIndexAt("all_time", utc("2026-04-10"), "Asia/Kathmandu")).toBe(0);
    expect(periodKey("all_time", 0)).toBe("all_time");
    expect(periodStart("all_time", 0, "UTC")).toBeNull();
    expect(periodEnd("all_time", 0, "UTC")).toBeNull();
  });
});

describe("period bounds", () => {
  it.each<[string, AggregationPeriod, string, string, string, string, number]>([
    [
      "a day of 23 hours",
      "daily",
      "2026-03-29T12:00:00",
      "Europe/Berlin",
      "2026-03-28T23:00:00",
      "2026-03-29T22:00:00",
      23,
    ],
    [
      "a day of 25 hours",
      "daily",
      "2026-10-25T12:00:00",
      "Europe/Berlin",
      "2026-10-24T22:00:00",
      "2026-10-25T23:00:00",
      25,
    ],
    [
      "a day without midnight",
      "daily",
      "2018-11-04T12:00:00",
      "America/Sao_Paulo",
      "2018-11-04T03:00:00",
      "2018-11-05T02:00:00",
      23,
    ],
    [
      "a day whose last hour comes twice",
      "daily",
      "2018-02-17T12:00:00",
      "America/Sao_Paulo",
      "2018-02-17T02:00:00",
      "2018-02-18T03:00:00",
      25,
    ],
    [
      "a day whose first hour comes twice",
      "daily",
      "2026-11-01T12:00:00",
      "America/Havana",
      "2026-11-01T04:00:00",
      "2026-11-02T05:00:00",
      25,
    ],
    [
      "the day before it",
      "daily",
      "2026-10-31T12:00:00",
      "America/Havana",
      "2026-10-31T04:00:00",
      "2026-11-01T04:00:00",
      24,
    ],
    [
      "clocks back by half an hour",
      "daily",
      "2026-04-05T00:00:00",
      "Australia/Lord_Howe",
      "2026-04-04T13:00:00",
      "2026-04-05T13:30:00",
      24.5,
    ],
    [
      "clocks on by half an hour",
      "daily",
      "2026-10-04T00:00:00",
      "Australia/Lord_Howe",
      "2026-10-03T13:30:00",
      "2026-10-04T13:00:00",
      23.5,
    ],
    [
      "five hours and 45 minutes ahead",
      "daily",
      "2026-04-10T00:00:00",
      "Asia/Kathmandu",
      "2026-04-09T18:15:00",
      "2026-04-10T18:15:00",
      24,
    ],
    [
      "the day before one that is skipped",
      "daily",
      "2011-12-30T00:00:00",
      "Pacific/Apia",
      "2011-12-29T10:00:00",
      "2011-12-30T10:00:00",
      24,
    ],
    [
      "a day that returns",
      "daily",
      "2010-11-07T03:00:00",
      "America/St_Johns",
      "2010-11-06T02:30:00",
      "2010-11-07T03:30:00",
      25,
    ],
    [
      "a day that begins twice",
      "daily",
      "2010-11-07T02:30:30",
      "America/St_Johns",
      "2010-11-07T02:30:00",
      "2010-11-08T03:30:00",
      25,
    ],
    [
      "a month that returns",
      "monthly",
      "2009-11-01T03:00:00",
      "America/St_Johns",
      "2009-10-01T02:30:00",
      "2009-11-01T03:30:00",
      745,
    ],
    [
      "a week with a skipped day",
      "weekly",
      "2011-12-28T00:00:00",
      "Pacific/Apia",
      "2011-12-26T10:00:00",
      "2012-01-01T10:00:00",
      144,
    ],
    [
      "a week across the year",
      "weekly",
      "2021-01-01T00:00:00",
      "UTC",
      "2020-12-28T00:00:00",
      "2021-01-04T00:00:00",
      168,
    ],
    ["a leap month", "monthly", "2024-02-10T00:00:00", "UTC", "2024-02-01T00:00:00", "2024-03-01T00:00:00", 29 * 24],
    [
      "a month of 30 days and an hour less",
      "monthly",
      "2026-03-10T00:00:00",
      "Europe/Berlin",
      "2026-02-28T23:00:00",
      "2026-03-31T22:00:00",
      31 * 24 - 1,
    ],
  ])("%s", (_, period, instant, zone, start, end, hours) => {
    expect(extent(period, instant, zone)).toEqual([start, end, hours]);
  });

  it("end a skipped day at the instant at which it would have begun", () => {
    const skipped = periodIndexAt("daily", utc("2011-12-30"), "UTC");
    expect(iso(periodEnd("daily", skipped - 1, "Pacific/Apia"))).toBe("2011-12-30T10:00:00");
    expect(iso(periodEnd("daily", skipped, "Pacific/Apia"))).toBe("2011-12-30T10:00:00");
    expect(iso(periodStart("daily", skipped + 1, "Pacific/Apia"))).toBe("2011-12-30T10:00:00");
  });
});

describe("zones", () => {
  it("take the member's, else the parent's, else the program's, else UTC", () => {
    expect(zoneOfLog("Asia/Tokyo", "Europe/Berlin", "America/Lima")).toBe("Asia/Tokyo");
    expect(zoneOfLog(null, "Europe/Berlin", "America/Lima")).toBe("Europe/Berlin");
    expect(zoneOfLog(null, null, "America/Lima")).toBe("America/Lima");
    expect(zoneOfLog(null, null, null)).toBe("UTC");
  });

  it.each([
    ["Europe/Berlin", true],
    ["UTC", true],
    ["Asia/Calcutta", true],
    ["America/Argentina/Buenos_Aires", true],
    ["+02:00", false],
    ["-0330", false],
    ["Mars/Olympus", false],
    ["Europe/Berlin ", false],
    ["", false],
  ])("know %j: %s", (name, known) => {
    expect(isTimeZone(name)).toBe(known);
  });
});

it.each(["daily", "weekly", "monthly"] as const)("the date of a %s period is that of its first day", (period) => {
  const from = periodIndexAt(period, utc("1969-11-20"), "UTC");
  const to = periodIndexAt(period, utc("2031-03-05"), "UTC");
  for (let index = from; index <= to; index += 3)
    expect(periodDate(period, index)).toBe(new Date(periodStart(period, index, "UTC") ?? 0).toISOString().slice(0, 10));
});
