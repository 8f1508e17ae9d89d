import { expect, test } from "vitest";
import { sentencesOf, titlesOf } from "./issue-sentences.mjs";

test("sentences are the list items of a page", () => {
  expect(sentencesOf("# Title\n\nText.\n\n- One sentence.\n- Another: with parts.\n")).toEqual([
    "One sentence.",
    "Another: with parts.",
  ]);
});

test("titles of tests and groups are read in every way of quoting, over line ends, unescaped", () => {
  const spec = `test("one", async () => {});\ntest.describe('two', () => {});\ntest(\n  "say \\"three\\"",\n  run);\nexpect("no title")`;
  expect(titlesOf(spec)).toEqual(["one", "two", 'say "three"']);
});
