import { describe, expect, it } from "vitest";
import { completeness, translationState } from "./completeness";

const RECORD = {
  texts: { title: "Hello", text: "Good morning", reward: "", note: null },
  translations: { de: { title: { text: "Hallo" }, text: { text: "Guten Tag", source: "Good day" } }, fr: {} },
};

describe("translationState", () => {
  it.each([
    ["title", "de", "done"],
    ["text", "de", "outdated"],
    ["title", "fr", "missing"],
    ["title", "ar", "missing"],
    ["reward", "de", null],
    ["note", "de", null],
    ["unknown", "de", null],
  ])("%s in %s is %s", (field, language, state) => {
    expect(translationState(RECORD, field, language)).toBe(state);
  });
});

describe("completeness", () => {
  it.each([
    ["de", { done: 1, outdated: 1, missing: 0 }],
    ["ar", { done: 0, outdated: 0, missing: 2 }],
  ])("of %s counts only what has a source text", (language, counts) => {
    expect(completeness([RECORD, { texts: {}, translations: {} }], language)).toEqual(counts);
  });
});
