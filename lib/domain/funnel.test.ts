import { expect, it } from "vitest";
import { funnel } from "./funnel";

const steps = (...pairs: [number, number][]) => pairs.map(([members, lost]) => ({ members, lost }));
const marked = (start: number, ...pairs: [number, number][]) =>
  funnel(start, steps(...pairs)).findIndex(({ biggestDrop }) => biggestDrop);

it("tells who was lost at each step and what share came further", () => {
  expect(funnel(100, steps([80, 20], [20, 60], [15, 5]))).toEqual([
    { members: 80, lost: 20, kept: 0.8, biggestDrop: false },
    { members: 20, lost: 60, kept: 0.25, biggestDrop: true },
    { members: 15, lost: 5, kept: 0.75, biggestDrop: false },
  ]);
});

it("marks the first of two that lose as many", () => expect(marked(10, [5, 5], [0, 5])).toBe(0));
it("marks none where nobody is lost", () => expect(marked(10, [10, 0], [10, 0])).toBe(-1));
it("marks none without milestones", () => expect(marked(10)).toBe(-1));

it("counts those who came from elsewhere as nobody's gain", () => {
  // Three of twelve reached the first milestone before the range: they are no part of the share that came further.
  expect(funnel(10, steps([12, 1], [9, 4]))).toMatchObject([{ kept: 0.9 }, { kept: 8 / 12, biggestDrop: true }]);
  expect(funnel(0, steps([3, 0]))[0]).toMatchObject({ lost: 0, kept: null });
});
