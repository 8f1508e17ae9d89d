import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountFromText } from "./amount";
import { crossedMilestones } from "./crossing";

const ladder = (...targets: string[]) =>
  targets.map((text, position) => ({ name: `m${position}`, target: amountFromText(text) }));
const crossed = (targets: string[], from: string, to: string) =>
  crossedMilestones(ladder(...targets), amountFromText(from), amountFromText(to)).map(({ name }) => name);

describe("crossedMilestones", () => {
  it.each([
    ["none below the first", ["3", "7"], "0", "2", []],
    ["one that is reached exactly", ["3", "7"], "2", "3", ["m0"]],
    ["not again the one that was reached before", ["3", "7"], "3", "4", []],
    ["one jumped over", ["3", "7"], "2", "5", ["m0"]],
    ["several at once, lowest first", ["7", "3", "5"], "0", "7", ["m1", "m2", "m0"]],
    ["two that share a target, in their given order", ["3", "3"], "2", "3", ["m0", "m1"]],
    ["nothing when the value stays", ["3"], "3", "3", []],
    ["a fraction reached by 0.1 + 0.2", ["0.3"], "0.1", "0.3", ["m0"]],
    ["none one millionth short", ["0.3"], "0.1", "0.299999", []],
  ])("%s", (_, targets, from, to, names) => {
    expect(crossed(targets, from, to)).toEqual(names);
  });

  it("crosses each milestone once on a way that only rises, however many steps it takes", () => {
    const targets = fc.array(fc.bigInt({ min: 1n, max: 40n }), { maxLength: 12 });
    const steps = fc.array(fc.bigInt({ min: 0n, max: 9n }), { maxLength: 12 });
    fc.assert(
      fc.property(targets, steps, (targets, steps) => {
        const milestones = targets.map((target, id) => ({ id, target }));
        let value = 0n;
        const onTheWay = steps.flatMap((step) => {
          const from = value;
          value += step;
          return crossedMilestones(milestones, from, value);
        });
        expect(onTheWay).toEqual(crossedMilestones(milestones, 0n, value));
        expect(onTheWay.length).toBe(targets.filter((target) => target <= value).length);
        for (const [position, { target }] of onTheWay.entries())
          expect(target >= (onTheWay[position - 1]?.target ?? 0n)).toBe(true);
      }),
    );
  });
});
