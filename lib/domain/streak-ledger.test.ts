import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breaksAt, type StreakRules } from "./streak";
import { CaseClasses } from "./testing/case-classes";
import { type LogDraw, type LogFrame, logsOf, MOMENTS, meterOf, ZONE_DRAWS } from "./testing/case-logs";
import { StreakStore } from "./testing/streak-store";
import { lineOf, StreakTrial, type TrialClass, type TrialLog } from "./testing/streak-trial";

// The search for mutants that survive runs fewer.
const CASES = Number(process.env["PROPERTY_CASES"] ?? 10_000);
const NEVER_COMPLETES = 1_000_000;
const MILESTONES = [1, 2, 3, 4, 5, 6, 8];

const logDraw = fc.record({
  slot: fc.nat(11),
  moment: fc.nat(MOMENTS - 1),
  zone: fc.nat(ZONE_DRAWS - 1),
  amount: fc.nat(3),
  endsBatch: fc.boolean(),
  nowPick: fc.nat(63),
});
const frame: fc.Arbitrary<LogFrame> = fc.record({
  period: fc.constantFrom("daily", "weekly", "monthly"),
  base: fc.nat(6),
  slots: fc.integer({ min: 4, max: 12 }),
  homeZone: fc.nat(7),
  travels: fc.boolean(),
  meter: fc.nat(5),
});
const logDraws = fc.array(logDraw, { minLength: 10, maxLength: 40, size: "max" });
const completionTarget = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 6 }) },
  fc.constant(NEVER_COMPLETES),
);
const streakCase = fc.record({ frame, draws: logDraws, completionTarget });

function rulesOf(frame: LogFrame, completionTarget: number): StreakRules {
  if (frame.period === "all_time") throw new Error("a streak is daily, weekly or monthly");
  return { period: frame.period, target: meterOf(frame).target, completionTarget };
}

function trialLogsOf(
  frame: LogFrame,
  draws: readonly (LogDraw & { endsBatch: boolean; nowPick: number })[],
): TrialLog[] {
  return logsOf(frame, draws).map((log, position) => ({
    ...log,
    endsBatch: draws[position]?.endsBatch ?? true,
    nowPick: draws[position]?.nowPick ?? 0,
  }));
}

/** All that is stored of a member after these logs, batch by batch; ids aside, since their order is the arrival's. */
function stored(rules: StreakRules, batches: readonly (readonly TrialLog[])[]): string[] {
  const store = new StreakStore(rules);
  for (const batch of batches) store.ingest(batch.map((log) => ({ log, now: log.at })));
  return store
    .runsAt(Number.POSITIVE_INFINITY)
    .map((run) => `${lineOf("", run)} breaks ${run.completedAt === null ? breaksAt(run, rules.period) : null}`);
}

describe("the streak ledger", () => {
  it(`equals the model of DOMAIN.md in ${CASES} random cases`, () => {
    const classes = new CaseClasses<TrialClass>([
      "merge",
      "heal",
      "completion",
      "cut with a rest",
      "unmet period",
      "zone change",
      "refold",
    ]);
    fc.assert(
      fc.property(streakCase, ({ frame, draws, completionTarget }) => {
        const milestones = MILESTONES.filter((target) => target <= completionTarget);
        const trial = new StreakTrial(rulesOf(frame, completionTarget), milestones);
        const difference = trial.run(trialLogsOf(frame, draws));
        classes.add(trial.classes);
        if (difference) expect(difference.ledger, difference.where).toEqual(difference.model);
      }),
      { numRuns: CASES, endOnFailure: process.env["PROPERTY_CASES"] !== undefined },
    );
    console.log(`streak ledger against its model: ${classes}`);
    expect(classes.cases).toBeGreaterThanOrEqual(CASES);
    for (const name of ["merge", "heal", "completion", "unmet period", "zone change"] as const)
      expect(classes.share(name), name).toBeGreaterThanOrEqual(0.05);
  });

  it("gives the same runs in whatever order logs come, when none completes", () => {
    const shuffled = streakCase.chain(({ frame, draws }) => {
      const logs = trialLogsOf(frame, draws);
      const order = fc.shuffledSubarray(logs, { minLength: logs.length, maxLength: logs.length });
      return fc.record({ frame: fc.constant(frame), logs: fc.constant(logs), order });
    });
    fc.assert(
      fc.property(shuffled, ({ frame, logs, order }) => {
        const rules = rulesOf(frame, NEVER_COMPLETES);
        expect(stored(rules, [order])).toEqual(stored(rules, [logs]));
      }),
      { numRuns: Math.ceil(CASES / 10) },
    );
  });

  it("gives the same runs however logs are cut into batches", () => {
    fc.assert(
      fc.property(streakCase, fc.integer({ min: 2, max: 12 }), ({ frame, draws, completionTarget }, size) => {
        const rules = rulesOf(frame, completionTarget);
        const logs = trialLogsOf(frame, draws);
        const oneByOne = stored(
          rules,
          logs.map((log) => [log]),
        );
        const slices = Array.from({ length: Math.ceil(logs.length / size) }, (_, n) =>
          logs.slice(n * size, (n + 1) * size),
        );
        expect(stored(rules, slices)).toEqual(oneByOne);
        expect(stored(rules, [logs])).toEqual(oneByOne);
      }),
      { numRuns: Math.ceil(CASES / 10) },
    );
  });
});
