import { describe, expect, it } from "vitest";
import { pauseWithin, type StatusChange } from "./pause";

const LIFE: StatusChange[] = [
  { at: 10, to: "draft" },
  { at: 20, to: "paused" },
  { at: 30, to: "live" },
  { at: 50, to: "paused" },
  { at: 60, to: "live" },
];

describe("pauseWithin", () => {
  it.each([
    [0, 10, null],
    [0, 11, { from: 10, to: 30 }],
    [29, 40, { from: 10, to: 30 }],
    [30, 50, null],
    [0, 100, { from: 50, to: 60 }],
    [55, 56, { from: 50, to: 60 }],
    [60, 100, null],
  ])("from %i to %i: %j", (start, end, expected) => {
    expect(pauseWithin(LIFE, start, end)).toEqual(expected);
  });

  it("of a record that is not live any more lasts", () => {
    expect(pauseWithin([...LIFE, { at: 70, to: "paused" }], 80, 90)).toEqual({ from: 70, to: null });
  });

  it("is none without changes", () => {
    expect(pauseWithin([], 0, 100)).toBeNull();
  });
});
