import { expect, it } from "vitest";
import { MAX_BALANCE, mayBecome } from "./points";

it.each([
  [0, 10, true],
  [MAX_BALANCE - 10, MAX_BALANCE, true],
  [MAX_BALANCE - 9, MAX_BALANCE + 1, false],
  [1 - MAX_BALANCE, -MAX_BALANCE, true],
  [1 - MAX_BALANCE, -MAX_BALANCE - 1, false],
  // Milestones always pay, so a balance can be beyond.
  [MAX_BALANCE + 100, MAX_BALANCE + 70, true],
  [MAX_BALANCE + 100, MAX_BALANCE + 100, true],
  [MAX_BALANCE + 100, MAX_BALANCE + 101, false],
])("a balance of %d may become %d: %s", (before, after, allowed) => {
  expect(mayBecome(before, after)).toBe(allowed);
});
