import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountOf } from "./amount";
import { type AggregationPeriod, type EpochMs, periodDays, periodIndexAt, periodKey } from "./period";
import type { Run, StreakRules } from "./streak";
import { CaseClasses } from "./testing/case-classes";
import { type LogFrame, logsOf, MOMENTS, meterOf, ZONE_DRAWS } from "./testing/case-logs";
import { type ModelLog, StreakModel } from "./testing/streak-model";
import { StreakStore } from "./testing/streak-store";
import { modelTimeline } from "./testing/timeline-model";
import { isLate, runBreak, runNeed, runPeriod, timelineSpan, windowPeriod } from "./timeline";

// The search for mutants that survive runs fewer.
const CASES = Number(process.env["PROPERTY_CASES"] ?? 800);

/** The story of a run in the lines of the model. */
function linesOf(store: StreakStore, rules: StreakRules, run: Run, now: EpochMs): string[] {
  const { first, last } = timelineSpan(run, rules.period, now);
  const lines: string[] = [];
  for (let index = first; index <= last; index++) {
    const { zone, value, status, metAt, endAt } = runPeriod(run, rules, index, store.tallyOf(index), now);
    lines.push(`${index} in ${zone}: ${value} ${status}, met ${metAt}, ends ${endAt}`);
  }
  const broken = runBreak(run, rules.period, now);
  return broken ? [...lines, `${broken.cause} at ${broken.at}: ${broken.missed} in ${broken.zone}`] : lines;
}

const DAY = { period: "daily" as const, target: amountOf(1), completionTarget: 100 };

/** A daily streak of logs such as `2026-04-10T12:00:00 Asia/Tokyo`. */
function history(rules: StreakRules, ...logs: string[]) {
  const store = new StreakStore(rules);
  for (const log of logs) {
    const [instant = "", zone = "UTC"] = log.split(" ");
    const at = Date.parse(`${instant}Z`);
    const index = periodIndexAt(rules.period, at, zone);
    store.ingest([{ log: { index, at, zone, amount: amountOf(1) }, now: at }]);
  }
  return {
    needs: (now: string) => {
      const at = Date.parse(`${now}Z`);
      return store.runsAt(at).map((run) => {
        const need = runNeed(run, rules.period, at);
        return need && { key: periodKey(rules.period, need.index), by: new Date(need.at).toISOString() };
      });
    },
    story: (now: string) => {
      const at = Date.parse(`${now}Z`);
      return store.runsAt(at).map((run) => {
        const { first, last } = timelineSpan(run, rules.period, at);
        const broken = runBreak(run, rules.period, at);
        const missed = broken && (broken.missed === null ? "a wall" : periodKey(rules.period, broken.missed));
        const days = `${periodKey(rules.period, first)}..${periodKey(rules.period, last)}`;
        return broken
          ? `${days} ${broken.cause} ${missed} in ${broken.zone} at ${new Date(broken.at).toISOString()}`
          : days;
      });
    },
  };
}

describe("the story of a run", () => {
  it("ends with the missed day, in the zone of the run's latest log", () => {
    const { story } = history(DAY, "2026-04-08T10:00:00 Asia/Tokyo", "2026-04-09T10:00:00 Asia/Tokyo");
    expect(story("2026-04-10T14:59:59")).toEqual(["daily_2026-04-08..daily_2026-04-10"]);
    expect(story("2026-04-10T15:00:00")).toEqual([
      "daily_2026-04-08..daily_2026-04-10 missed_period daily_2026-04-10 in Asia/Tokyo at 2026-04-10T15:00:00.000Z",
    ]);
  });

  it("names the day that a traveller skipped, and that the next run came before it was over", () => {
    const { story } = history(DAY, "2026-04-10T20:00:00 Pacific/Pago_Pago", "2026-04-11T10:30:00 Pacific/Kiritimati");
    expect(story("2026-04-11T11:00:00")).toEqual([
      "daily_2026-04-10..daily_2026-04-11 next_run daily_2026-04-11 in Pacific/Pago_Pago at 2026-04-11T10:30:00.000Z",
      "daily_2026-04-12..daily_2026-04-12",
    ]);
  });

  it("ends where a completed run stands as a wall", () => {
    const { story } = history(
      { ...DAY, completionTarget: 2 },
      "2026-04-10T12:00:00",
      "2026-04-11T12:00:00",
      "2026-04-09T12:00:00",
    );
    expect(story("2026-04-20T00:00:00")).toEqual([
      "daily_2026-04-09..daily_2026-04-09 next_run a wall in UTC at 2026-04-10T12:00:00.000Z",
      "daily_2026-04-10..daily_2026-04-11",
    ]);
  });

  it("of an attempt is its one period", () => {
    const { story } = history({ ...DAY, target: amountOf(2) }, "2026-04-10T12:00:00");
    expect(story("2026-04-10T12:00:00")).toEqual(["daily_2026-04-10..daily_2026-04-10"]);
    expect(story("2026-04-11T00:00:00")).toEqual([
      "daily_2026-04-10..daily_2026-04-10 missed_period daily_2026-04-10 in UTC at 2026-04-11T00:00:00.000Z",
    ]);
  });

  it("holds a period that the member's clock has reached and the server's has not", () => {
    const { story } = history(DAY, "2026-04-11T00:02:00");
    expect(story("2026-04-10T23:58:00")).toEqual(["daily_2026-04-11..daily_2026-04-11"]);
  });
});

describe("what a run needs next", () => {
  const need = (now: string, ...logs: string[]) => {
    const store = history(DAY, ...logs);
    return store.needs(now).map((one) => one && `${one.key} by ${one.by}`);
  };

  it("is the period after those that it met, by its end in the zone of the run's latest log", () => {
    const logs = ["2026-04-08T10:00:00 Asia/Tokyo", "2026-04-09T10:00:00 Asia/Tokyo"];
    for (const now of ["2026-04-09T10:00:00", "2026-04-10T14:59:59"])
      expect(need(now, ...logs)).toEqual(["daily_2026-04-10 by 2026-04-10T15:00:00.000Z"]);
    expect(need("2026-04-10T15:00:00", ...logs)).toEqual([null]);
  });

  it("is the very period of an attempt", () => {
    const store = history({ ...DAY, target: amountOf(2) }, "2026-04-10T12:00:00");
    expect(store.needs("2026-04-10T13:00:00")).toEqual([{ key: "daily_2026-04-10", by: "2026-04-11T00:00:00.000Z" }]);
  });

  it("is nothing for a run that another followed, or that is completed", () => {
    expect(need("2026-04-10T13:00:00", "2026-04-08T12:00:00", "2026-04-10T12:00:00")).toEqual([
      null,
      "daily_2026-04-11 by 2026-04-12T00:00:00.000Z",
    ]);
    const done = history({ ...DAY, completionTarget: 1 }, "2026-04-10T12:00:00");
    expect(done.needs("2026-04-10T13:00:00")).toEqual([null]);
  });
});

describe("a window as a period of a story", () => {
  it("is told in the zone of its latest log, and ends with the challenge if that is earlier", () => {
    const at = Date.UTC(2026, 3, 10, 12);
    const window = {
      id: "w",
      index: periodIndexAt("daily", at, "UTC"),
      value: amountOf(3),
      startedAt: at,
      latest: { at, zone: "UTC" },
      completedAt: null,
    };
    const rules = { period: "daily" as const, target: amountOf(4), startsAt: null, endsAt: at + 3_600_000 };
    expect(windowPeriod(window, rules, at)).toMatchObject({
      zone: "UTC",
      startAt: Date.UTC(2026, 3, 10),
      endAt: at + 3_600_000,
      status: "in_progress",
      metAt: null,
    });
    expect(windowPeriod(window, rules, at + 3_600_000)).toMatchObject({ status: "missed" });
    expect(windowPeriod({ ...window, completedAt: at }, { ...rules, target: amountOf(3) }, at)).toMatchObject({
      status: "completed",
      metAt: at,
    });
  });
});

describe("what is late", () => {
  it.each([
    [999, 1000, false],
    [1000, 1000, true],
    [1001, 1000, true],
    [1001, null, false],
  ])("received at %d of a period that ends at %s: %s", (receivedAt, endAt, late) => {
    expect(isLate(receivedAt, endAt)).toBe(late);
  });
});

describe("the local days of a period", () => {
  it.each([
    ["daily", "2026-04-10", "2026-04-10", "2026-04-10"],
    ["weekly", "2026-04-10", "2026-04-06", "2026-04-12"],
    ["monthly", "2024-02-10", "2024-02-01", "2024-02-29"],
  ] as const)("%s around %s", (period, day, first, last) => {
    expect(periodDays(period, periodIndexAt(period, Date.parse(`${day}T00:00:00Z`), "UTC"))).toEqual({ first, last });
  });

  it("are none of all time", () => {
    expect(periodDays("all_time", 0)).toBeNull();
  });
});

const frame: fc.Arbitrary<LogFrame> = fc.record({
  period: fc.constantFrom("daily", "weekly", "monthly"),
  base: fc.nat(6),
  slots: fc.integer({ min: 4, max: 12 }),
  homeZone: fc.nat(7),
  travels: fc.boolean(),
  meter: fc.nat(5),
});
const draws = fc.array(
  fc.record({
    slot: fc.nat(11),
    moment: fc.nat(MOMENTS - 1),
    zone: fc.nat(ZONE_DRAWS - 1),
    amount: fc.nat(3),
  }),
  { minLength: 5, maxLength: 40, size: "max" },
);
const completionTarget = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(1_000_000));

describe("the stories of random members", () => {
  it(`are those of the model in ${CASES} cases, at every instant at which something ends`, () => {
    const classes = new CaseClasses(["missed_period", "next_run", "a wall", "in progress", "completed"] as const);
    fc.assert(
      fc.property(frame, draws, completionTarget, fc.nat(63), (drawn, drawnLogs, target, pick) => {
        const rules = {
          period: drawn.period as AggregationPeriod,
          target: meterOf(drawn).target,
          completionTarget: target,
        };
        const logs: ModelLog[] = logsOf(drawn, drawnLogs);
        const store = new StreakStore(rules);
        const model = new StreakModel(rules, []);
        for (const log of logs) {
          store.ingest([{ log, now: log.at }]);
          model.add(log, log.at);
        }
        const latest = Math.max(...logs.map(({ at }) => at));
        const nows = [latest, ...model.endings().flatMap((end) => [end - 1, end])];
        const now = nows[pick % nows.length] ?? latest;
        const runs = model.runsAt(now);
        const seen = new Set<"missed_period" | "next_run" | "a wall" | "in progress" | "completed">();
        for (const run of store.runsAt(now)) {
          const twin = runs.find(({ first, length }) => first === run.first && length === run.length);
          expect(twin && modelTimeline(rules, logs, runs, twin, now)).toEqual(linesOf(store, rules, run, now));
          const broken = runBreak(run, rules.period, now);
          if (broken) seen.add(broken.missed === null ? "a wall" : broken.cause);
          else seen.add(run.completedAt === null ? "in progress" : "completed");
        }
        classes.add(seen);
      }),
      { numRuns: CASES },
    );
    for (const name of ["missed_period", "next_run", "a wall", "in progress", "completed"] as const)
      expect(classes.share(name), `${classes}`).toBeGreaterThan(0.01);
  });
});
