import { describe, expect, it } from "vitest";
import { periodIndexAt } from "./period";
import type { Run } from "./streak";
import { STRIP_LENGTHS, viewStreak } from "./streak-view";

const NOW = Date.UTC(2026, 3, 10, 12);
const today = periodIndexAt("daily", NOW, "UTC");

function run(values: Partial<Run>): Run {
  const base = { id: "r", first: today - 2, length: 2, startedAt: NOW, completedAt: null, next: null };
  return { ...base, latest: { at: NOW, zone: "UTC" }, ...values };
}
const tallies = (...indexes: number[]) => indexes.map((index) => ({ index, value: 1_000_000n, met: true }));
const view = (lastRun: Run | null, now = NOW, zone = "UTC") =>
  viewStreak({ period: "daily", lastRun, tallies: tallies(today - 2, today - 1) }, zone, now);

describe("viewStreak", () => {
  it.each(["daily", "weekly", "monthly"] as const)("shows a strip of %s periods that ends with now", (period) => {
    const { cells } = viewStreak({ period, lastRun: null, tallies: [] }, "UTC", NOW);
    expect(cells).toHaveLength(STRIP_LENGTHS[period]);
    expect(cells.map(({ state }) => state)).toEqual([...Array(STRIP_LENGTHS[period] - 1).fill("unmet"), "open"]);
    const first = { daily: "2026-04-04", weekly: "2026-02-16", monthly: "2025-05-01" };
    expect(cells[0]?.date).toBe(first[period]);
  });

  it("knows nobody's run as idle", () => {
    expect(view(null)).toMatchObject({ state: "idle", count: 0, first: today, broken: null });
  });

  it("shows a run to the last moment of its first unmet period, in the zone of its latest activity", () => {
    const end = Date.UTC(2026, 3, 11);
    expect(view(run({}), end - 1)).toMatchObject({ state: "running", count: 2, first: today - 2 });
    expect(view(run({}), end)).toMatchObject({ state: "broken", count: 0, broken: { length: 2, at: end } });
    const tokyo = run({ latest: { at: NOW, zone: "Asia/Tokyo" } });
    expect(view(tokyo, end - 9 * 3_600_000)).toMatchObject({ state: "broken" });
  });

  it("shows a completed run as such, however long ago", () => {
    const completed = run({ completedAt: NOW - 86_400_000 });
    expect(view(completed, NOW + 90 * 86_400_000)).toMatchObject({ state: "completed", count: 2, broken: null });
  });

  it("counts the period of now where the reader's next activity would be counted", () => {
    // In Kiritimati it is the 11th already: a day of its own, in which nothing was done yet.
    const { cells, task } = view(run({}), NOW, "Pacific/Kiritimati");
    expect(cells.at(-1)).toEqual({ date: "2026-04-11", state: "open" });
    expect(cells.at(-2)).toEqual({ date: "2026-04-10", state: "unmet" });
    expect(task).toEqual({ value: 0n, met: false });
  });
});
