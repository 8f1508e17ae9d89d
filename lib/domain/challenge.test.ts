import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Amount, amountFromText } from "./amount";
import { addToWindow, type ChallengeWindow, windowEnd, windowStart, windowStatus } from "./challenge";
import { crossedMilestones } from "./crossing";
import { CaseClasses } from "./testing/case-classes";
import { BASES, type LogFrame, logsOf, MOMENTS, meterOf, ZONE_DRAWS } from "./testing/case-logs";
import { ChallengeModel, type ModelChallenge, type ModelWindow } from "./testing/challenge-model";

const CASES = Math.ceil(Number(process.env["PROPERTY_CASES"] ?? 10_000) / 5);
const DAY = 86_400_000;
const MILESTONES = ["1", "0.3", "5", "2", "3", "2", "10", "1000000000000"].map(amountFromText);

const draws = fc.array(
  fc.record({
    slot: fc.nat(5),
    moment: fc.nat(MOMENTS - 1),
    zone: fc.nat(ZONE_DRAWS - 1),
    amount: fc.nat(3),
    nowPick: fc.nat(63),
  }),
  { minLength: 1, maxLength: 20, size: "max" },
);
const frame: fc.Arbitrary<LogFrame> = fc.record({
  period: fc.constantFrom("daily", "weekly", "monthly", "all_time"),
  base: fc.nat(6),
  slots: fc.integer({ min: 1, max: 6 }),
  homeZone: fc.nat(7),
  travels: fc.boolean(),
  meter: fc.nat(5),
});
/** Days after the case's base, so that windows end before, inside and after the parent's own end. */
const bound = fc.option(fc.integer({ min: -2, max: 9 }), { nil: null });

function challengeOf(frame: LogFrame, starts: number | null, ends: number | null): ModelChallenge {
  const base = BASES[frame.base] ?? 0;
  const day = (days: number | null) => (days === null ? null : base + days * DAY);
  return { period: frame.period, target: meterOf(frame).target, startsAt: day(starts), endsAt: day(ends) };
}

/** The engine's windows as the shell keeps them, told as the model tells its own. */
function told(windows: Map<number, ChallengeWindow>, challenge: ModelChallenge, now: number): ModelWindow[] {
  return [...windows.values()]
    .sort((a, b) => a.index - b.index)
    .map((window) => {
      const endsAt = windowEnd(window, challenge.period, challenge.endsAt);
      return {
        index: window.index,
        value: window.value,
        startedAt: window.startedAt,
        completedAt: window.completedAt,
        startsAt: windowStart(window, challenge.period, challenge.startsAt),
        endsAt,
        status: windowStatus(window.completedAt, endsAt, now),
      };
    });
}

const targetsOf = (milestones: { target: Amount }[]) => milestones.map(({ target }) => target);

describe("challenge windows", () => {
  it(`equal the model of DOMAIN.md in ${CASES} random cases`, () => {
    const classes = new CaseClasses<"completed" | "failed" | "failed, then completed" | "several milestones at once">([
      "completed",
      "failed",
      "failed, then completed",
      "several milestones at once",
    ]);
    fc.assert(
      fc.property(frame, draws, bound, bound, (frame, draws, starts, ends) => {
        const challenge = challengeOf(frame, starts, ends);
        const model = new ChallengeModel(challenge);
        const windows = new Map<number, ChallengeWindow>();
        const happened = new Set<"completed" | "failed" | "failed, then completed" | "several milestones at once">();
        let ids = 0;
        for (const [position, log] of logsOf(frame, draws).entries()) {
          const before = windows.get(log.index);
          const endings = model.endings();
          const nows = [log.at, ...endings.flatMap((end) => [end - 1, end])];
          const now = nows[(draws[position]?.nowPick ?? 0) % nows.length] ?? log.at;
          const failedBefore = model
            .windowsAt(now)
            .some(({ index, status }) => index === log.index && status === "failed");

          const after = addToWindow(before, log, challenge.target, () => `window-${++ids}`);
          windows.set(log.index, after);
          const crossed = crossedMilestones(
            MILESTONES.map((target) => ({ target })),
            before?.value ?? 0n,
            after.value,
          );
          expect(targetsOf(crossed)).toEqual(model.add(log, MILESTONES));
          expect(told(windows, challenge, now)).toEqual(model.windowsAt(now));
          expect(after.id).toBe(before?.id ?? `window-${ids}`);

          if (after.completedAt !== null) happened.add("completed");
          if (after.completedAt !== null && failedBefore) happened.add("failed, then completed");
          if (failedBefore) happened.add("failed");
          if (crossed.length > 1) happened.add("several milestones at once");
        }
        classes.add(happened);
      }),
      { numRuns: CASES, endOnFailure: process.env["PROPERTY_CASES"] !== undefined },
    );
    console.log(`challenge windows against their model: ${classes}`);
    for (const name of ["completed", "failed", "failed, then completed", "several milestones at once"] as const)
      expect(classes.share(name), name).toBeGreaterThanOrEqual(0.05);
  });

  it("hold the same totals and dates in whatever order logs come", () => {
    const shuffled = fc.tuple(frame, draws).chain(([frame, draws]) => {
      const logs = logsOf(frame, draws);
      return fc.record({
        target: fc.constant(meterOf(frame).target),
        logs: fc.constant(logs),
        order: fc.shuffledSubarray(logs, { minLength: logs.length, maxLength: logs.length }),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ target, logs, order }) => {
        const fold = (list: typeof logs) => {
          const windows = new Map<number, ChallengeWindow>();
          for (const log of list)
            windows.set(
              log.index,
              addToWindow(windows.get(log.index), log, target, () => "id"),
            );
          return [...windows.values()]
            .sort((a, b) => a.index - b.index)
            .map(({ completedAt, ...window }) => ({ ...window, completed: completedAt !== null }));
        };
        expect(fold(order)).toEqual(fold(logs));
      }),
      { numRuns: CASES },
    );
  });
});

describe("a challenge window, by hand", () => {
  const utc = (text: string) => Date.parse(`${text}Z`);
  const log = (at: string, amount: string, index = 0) => ({
    index,
    at: utc(at),
    zone: "UTC",
    amount: amountFromText(amount),
  });
  const newId = () => "window";
  const april = 2026 * 12 + 3;

  it("completes on reaching the target exactly, stays completed and keeps counting", () => {
    const target = amountFromText("0.3");
    const short = addToWindow(undefined, log("2026-04-02T10:00:00", "0.1", april), target, newId);
    const met = addToWindow(short, log("2026-04-05T10:00:00", "0.2", april), target, newId);
    const more = addToWindow(met, log("2026-04-09T10:00:00", "7", april), target, newId);
    expect(short.completedAt).toBeNull();
    expect(met.completedAt).toBe(utc("2026-04-05T10:00:00"));
    expect(more).toMatchObject({
      completedAt: met.completedAt,
      value: amountFromText("7.3"),
      startedAt: short.startedAt,
    });
  });

  it("fails at its end to the millisecond, and a late log turns it into completed", () => {
    const target = amountFromText("2");
    const window = addToWindow(undefined, log("2026-04-02T10:00:00", "1", april), target, newId);
    const end = windowEnd(window, "monthly", null);
    expect(end).toBe(utc("2026-05-01T00:00:00"));
    expect(windowStatus(window.completedAt, end, utc("2026-04-30T23:59:59.999"))).toBe("in_progress");
    expect(windowStatus(window.completedAt, end, utc("2026-05-01T00:00:00"))).toBe("failed");
    const late = addToWindow(window, log("2026-04-30T23:00:00", "1", april), target, newId);
    expect(windowStatus(late.completedAt, end, utc("2026-06-01T00:00:00"))).toBe("completed");
  });

  it("ends at its period's end or at the challenge's, whichever is earlier", () => {
    const window = addToWindow(undefined, log("2026-04-02T10:00:00", "1", april), amountFromText("2"), newId);
    expect(windowEnd(window, "monthly", utc("2026-04-20T00:00:00"))).toBe(utc("2026-04-20T00:00:00"));
    expect(windowEnd(window, "monthly", utc("2026-05-20T00:00:00"))).toBe(utc("2026-05-01T00:00:00"));
    const inTokyo = { ...window, latest: { ...window.latest, zone: "Asia/Tokyo" } };
    expect(windowEnd(inTokyo, "monthly", null)).toBe(utc("2026-04-30T15:00:00"));
    expect(windowStart(inTokyo, "monthly", utc("2026-04-10T00:00:00"))).toBe(utc("2026-03-31T15:00:00"));
  });

  it("runs over all time between the challenge's bounds, and never fails without an end", () => {
    const window = addToWindow(undefined, log("2026-04-02T10:00:00", "1"), amountFromText("2"), newId);
    expect(windowStart(window, "all_time", null)).toBeNull();
    expect(windowStart(window, "all_time", 5)).toBe(5);
    expect(windowEnd(window, "all_time", null)).toBeNull();
    expect(windowEnd(window, "all_time", 9)).toBe(9);
    expect(windowStatus(null, null, Number.MAX_SAFE_INTEGER)).toBe("in_progress");
  });
});
