import { expect, test } from "vitest";
import { addressWithProgram, programOfAddress } from "./program-address";

test.each([
  ["/streaks", "/streaks?program=p"],
  ["/streaks?q=a%20b#top", "/streaks?q=a%20b&program=p#top"],
  ["/streaks?program=other", "/streaks?program=other"],
  ["https://docs.example.com/", "https://docs.example.com/"],
  ["//example.com/", "//example.com/"],
  ["#content", "#content"],
])("%s in program p is %s", (address, expected) => {
  expect(addressWithProgram(address, "p")).toBe(expected);
  expect(addressWithProgram(address, null)).toBe(address);
});

test.each([
  ["/streaks?q=a&program=p", "p"],
  ["/streaks?q=program", null],
  ["/", null],
])("%s is of program %s", (address, program) => {
  expect(programOfAddress(address)).toBe(program);
});
