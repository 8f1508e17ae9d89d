import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketPeriod, buckets, chosenDays, daysOfRange, rangeOfDays } from "./report-range";

const utc = (text: string) => Date.parse(text);

describe("a range of days", () => {
  it("runs from the start of the first to the end of the last, in the zone", () => {
    expect(rangeOfDays("2026-04-01", "2026-04-30", "Europe/Berlin")).toEqual({
      from: utc("2026-03-31T22:00:00Z"),
      to: utc("2026-04-30T22:00:00Z"),
    });
    // Samoa had no 30 December 2011.
    const { from, to } = rangeOfDays("2011-12-29", "2011-12-29", "Pacific/Apia");
    expect([from, to]).toEqual([utc("2011-12-29T10:00:00Z"), utc("2011-12-30T10:00:00Z")]);
  });

  it.each([
    ["2026-04-01", "2026-04-01", "daily"],
    ["2026-03-01", "2026-03-31", "daily"],
    ["2026-03-01", "2026-04-01", "weekly"],
    ["2026-01-01", "2026-07-01", "weekly"],
    ["2026-01-01", "2026-07-02", "monthly"],
    ["2020-01-01", "2026-07-02", "monthly"],
  ])("from %s to %s is told in %s pieces", (first, last, period) =>
    expect(bucketPeriod(rangeOfDays(first, last, "Europe/Berlin"))).toBe(period),
  );
});

describe("the days that a reader chose", () => {
  // Past midnight in Berlin, the day before in UTC.
  const now = utc("2026-03-31T22:30:00Z");
  const chosen = { range: "30d", from: null, to: null } as const;
  it.each([
    [chosen, "2026-03-03", "2026-04-01"],
    [{ ...chosen, range: "7d" }, "2026-03-26", "2026-04-01"],
    [{ ...chosen, from: "2026-02-01" }, "2026-02-01", "2026-04-01"],
    [{ ...chosen, to: "2026-03-01" }, "2026-01-31", "2026-03-01"],
    [{ ...chosen, from: "2025-01-01", to: "2025-12-31" }, "2025-01-01", "2025-12-31"],
    [{ ...chosen, from: "2025-12-31", to: "2025-01-01" }, "2025-01-01", "2025-12-31"],
    [{ ...chosen, from: "1970-01-01", to: "2026-01-11" }, "2016-01-04", "2026-01-11"],
  ] as const)("%j", (state, from, to) => expect(chosenDays(state, now, "Europe/Berlin")).toEqual({ from, to }));

  it("are those of the range that they make", () => {
    const [from, to] = ["2026-03-28", "2026-03-29"];
    expect(daysOfRange(rangeOfDays(from, to, "Europe/Berlin"), "Europe/Berlin")).toEqual({ from, to });
  });
});

describe("the pieces of a range", () => {
  it("are cut off where the range begins and ends", () => {
    const range = rangeOfDays("2026-04-08", "2026-04-14", "UTC");
    expect(buckets(range, "weekly", "UTC")).toEqual([
      { key: "weekly_2026-15", from: utc("2026-04-08"), to: utc("2026-04-13") },
      { key: "weekly_2026-16", from: utc("2026-04-13"), to: utc("2026-04-15") },
    ]);
  });

  it("cover it once, whatever the clocks do", () => {
    const day = fc.date({ min: new Date("2005-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    const zone = fc.constantFrom("Europe/Berlin", "America/St_Johns", "Pacific/Apia", "America/Santiago", "UTC");
    fc.assert(
      fc.property(day, fc.nat({ max: 400 }), zone, (first, days, zoneName) => {
        const name = (at: number) => new Date(at).toISOString().slice(0, 10);
        const range = rangeOfDays(name(first.getTime()), name(first.getTime() + days * 86_400_000), zoneName);
        if (range.from >= range.to) return;
        const made = buckets(range, bucketPeriod(range), zoneName);
        expect(made[0]?.from).toBe(range.from);
        expect(made.at(-1)?.to).toBe(range.to);
        for (const [position, bucket] of made.entries()) {
          expect(bucket.from).toBeLessThan(bucket.to);
          if (position > 0) expect(bucket.from).toBe(made[position - 1]?.to);
        }
        expect(new Set(made.map(({ key }) => key)).size).toBe(made.length);
      }),
      { numRuns: 300 },
    );
  });
});
