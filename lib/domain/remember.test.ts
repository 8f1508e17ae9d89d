import { expect, it, vi } from "vitest";
import { remember } from "./remember";

it("works a text out once, undefined as well, and forgets all when it knows too many", () => {
  const work = vi.fn((key: string) => (key === "none" ? undefined : key.length));
  const length = remember(2, work);
  expect([length("ab"), length("ab"), length("none"), length("none")]).toEqual([2, 2, undefined, undefined]);
  expect(work).toHaveBeenCalledTimes(2);
  expect(length("abc")).toBe(3);
  expect(length("ab")).toBe(2);
  expect(work).toHaveBeenCalledTimes(4);
});
