import { expect, it } from "vitest";
import { funnel, type Journey } from "./funnel";

/** Journeys of active members, and of others, told as `reached: members`. */
const journeys = (active: Record<string, number>, others: Record<string, number> = {}): Journey[] => [
  ...Object.entries(active).map(([reached, members]) => ({ active: true, reached, members })),
  ...Object.entries(others).map(([reached, members]) => ({ active: false, reached, members })),
];
const marked = (...given: Journey[]) => funnel(given, 2).steps.findIndex(({ biggestDrop }) => biggestDrop);

it("tells who was lost at each step and what share came further", () => {
  expect(funnel(journeys({ "000": 20, "100": 60, "110": 5, "111": 15 }), 3)).toEqual({
    active: 100,
    steps: [
      { members: 80, lost: 20, kept: 0.8, biggestDrop: false },
      { members: 20, lost: 60, kept: 0.25, biggestDrop: true },
      { members: 15, lost: 5, kept: 0.75, biggestDrop: false },
    ],
  });
});

it("marks the first of two that lose as many", () =>
  expect(marked(...journeys({ "00": 5, "10": 5, "11": 1 }))).toBe(0));
it("marks none where nobody is lost", () => expect(marked(...journeys({ "11": 5 }))).toBe(-1));
it("marks none where nobody did anything", () => expect(marked()).toBe(-1));
it("has no steps without milestones", () => expect(funnel(journeys({ "": 5 }), 0)).toEqual({ active: 5, steps: [] }));

it("counts who came from elsewhere at the step, and as nobody's gain", () => {
  // Two reached the second milestone only, the first one before the range; three were not active in it at all.
  const { active, steps } = funnel(journeys({ "00": 1, "01": 2, "10": 4, "11": 3 }, { "10": 3 }), 2);
  expect(active).toBe(10);
  expect(steps).toEqual([
    { members: 10, lost: 3, kept: 0.7, biggestDrop: false },
    { members: 5, lost: 7, kept: 0.3, biggestDrop: true },
  ]);
  expect(funnel(journeys({}, { "10": 3 }), 2).steps[0]).toMatchObject({ members: 3, lost: 0, kept: null });
});
