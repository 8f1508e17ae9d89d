import { expect, test } from "vitest";
import { changesOf } from "./changes-of";

test("only what differs, by what it holds", () => {
  const before = { name: "Ada", email: null as string | null, metadata: { tier: "gold" }, languages: ["en"] };
  expect(changesOf(before, structuredClone(before))).toEqual({});
  expect(changesOf(before, { ...before, email: "ada@example.com", languages: ["en", "de"] })).toEqual({
    email: "ada@example.com",
    languages: ["en", "de"],
  });
  expect(changesOf({ ...before, email: "a@b.example" }, { ...before, email: null })).toEqual({ email: null });
});
