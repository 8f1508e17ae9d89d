import { expect, it } from "vitest";
import { funnel } from "./funnel";

const marked = (start: number, reached: number[]) => funnel(start, reached).findIndex(({ biggestDrop }) => biggestDrop);

it("tells who was lost at each step and what share came further", () => {
  expect(funnel(100, [80, 20, 15])).toEqual([
    { members: 80, lost: 20, kept: 0.8, biggestDrop: false },
    { members: 20, lost: 60, kept: 0.25, biggestDrop: true },
    { members: 15, lost: 5, kept: 0.75, biggestDrop: false },
  ]);
});

it.each([
  ["the first of two that lose as many", 10, [5, 0], 0],
  ["none where nobody is lost", 10, [10, 10], -1],
  ["none where nobody set out", 0, [0, 0], -1],
  ["none without milestones", 10, [], -1],
  ["the drop behind a step that more took than the one before", 10, [12, 9], 1],
])("marks %s", (_, start, reached, position) => expect(marked(start, reached)).toBe(position));

it("never says that more than all came further, or less than nobody was lost", () => {
  expect(funnel(10, [12, 9])[0]).toMatchObject({ lost: 0, kept: 1 });
  expect(funnel(0, [3])[0]).toMatchObject({ lost: 0, kept: null });
});
