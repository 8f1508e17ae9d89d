import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AggregationPeriod, periodEnd, periodIndexAt, periodKey, periodStart } from "./period";
import { ZONES } from "./testing/case-logs";

const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);

describe("periods of any instant in any zone", () => {
  const period = fc.constantFrom<AggregationPeriod>("daily", "weekly", "monthly");
  const zone = fc.constantFrom(...ZONES, "Europe/Berlin", "America/Havana", "Africa/Casablanca", "Antarctica/Troll");
  const instant = fc.integer({ min: utc("1985-01-01"), max: utc("2045-01-01") });

  it("hold the instant between their start and their end, and end no later than the next one ends", () => {
    fc.assert(
      fc.property(period, zone, instant, (period, zone, at) => {
        const index = periodIndexAt(period, at, zone);
        const [start, end] = [periodStart(period, index, zone), periodEnd(period, index, zone)];
        expect(start).toBeLessThanOrEqual(at);
        expect(end).toBeGreaterThan(at);
        expect(periodStart(period, index + 1, zone)).toBeLessThanOrEqual(end ?? 0);
        expect(periodEnd(period, index + 1, zone)).toBeGreaterThanOrEqual(end ?? 0);
        // The start lies in the period, the end does not, and no later instant does.
        expect(periodIndexAt(period, start ?? 0, zone)).toBe(index);
        expect(periodIndexAt(period, end ?? 0, zone)).toBeGreaterThan(index);
      }),
      { numRuns: 2_000 },
    );
  });

  it("have keys that sort as their indexes do and are never shared", () => {
    fc.assert(
      fc.property(period, zone, instant, instant, (period, zone, one, other) => {
        const [a, b] = [periodIndexAt(period, one, zone), periodIndexAt(period, other, zone)];
        expect(Math.sign(a - b)).toBe(compareText(periodKey(period, a), periodKey(period, b)));
        expect(periodKey(period, a) < periodKey(period, a + 1)).toBe(true);
        expect(periodKey(period, a)).toMatch(/^(daily_\d{4}-\d\d-\d\d|weekly_\d{4}-\d\d|monthly_\d{4}-\d\d)$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it("number neighbours one apart", () => {
    const days = Array.from({ length: 800 }, (_, day) => utc("2023-12-20") + day * 86_400_000);
    for (const [position, day] of days.slice(1).entries())
      expect(periodIndexAt("daily", day, "UTC") - periodIndexAt("daily", days[position] ?? 0, "UTC")).toBe(1);
    const rises = (period: AggregationPeriod) =>
      new Set(
        days.slice(1).map((day, n) => periodIndexAt(period, day, "UTC") - periodIndexAt(period, days[n] ?? 0, "UTC")),
      );
    expect(rises("weekly")).toEqual(new Set([0, 1]));
    expect(rises("monthly")).toEqual(new Set([0, 1]));
  });
});

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
