import { expect, test } from "vitest";
import type { z } from "zod";
import { programUpdate } from "@/lib/contracts/program";
import { streakCreate } from "@/lib/contracts/streak";
import { fieldIssues, fieldOfPath, pathOfPointer } from "./form-issues";

const STREAK = {
  name: "Tea",
  description: "A tea a day",
  status: "draft",
  aggregationTargetValue: 1,
  completionTargetValue: 7,
};

function issuesOf(schema: z.ZodType, input: unknown) {
  const parsed = schema.safeParse(input, { reportInput: true });
  return parsed.success ? [] : fieldIssues(parsed.error);
}

test.each([
  [{ name: "" }, "name", "required", {}],
  [{ name: undefined }, "name", "required", {}],
  [{ name: "x".repeat(257) }, "name", "tooLong", { max: 256 }],
  [{ aggregationTargetValue: null }, "aggregationTargetValue", "required", {}],
  [{ aggregationTargetValue: 0 }, "aggregationTargetValue", "positive", {}],
  [{ aggregationTargetValue: 1e13 }, "aggregationTargetValue", "amount", {}],
  [{ completionTargetValue: 0 }, "completionTargetValue", "atLeast", { min: 1 }],
  [{ completionTargetValue: 2_147_483_648 }, "completionTargetValue", "atMost", { max: 2_147_483_647 }],
  [{ completionTargetValue: 1.5 }, "completionTargetValue", "wholeNumber", {}],
  [{ timeZone: "Mars/Olympus" }, "timeZone", "timeZone", {}],
  [{ startsAt: "2026-04-11T00:00:00Z", endsAt: "2026-04-10T00:00:00Z" }, "endsAt", "afterStart", {}],
  [{ activityIds: ["visit", "x".repeat(257)] }, "activityIds.1", "tooLong", { max: 256 }],
  [{ activityIds: Array.from({ length: 51 }, (_, n) => `type ${n}`) }, "activityIds", "tooMany", { max: 50 }],
  [{ activityIds: ["visit", "visit"] }, "activityIds", "repeated", {}],
  [{ translations: { fr: { eudTitle: "x".repeat(49) } } }, "translations.fr.eudTitle", "tooLong", { max: 48 }],
])("%j: the rule and its values", (change, path, rule, values) => {
  expect(issuesOf(streakCreate, { ...STREAK, ...change })).toEqual([{ path, rule, values }]);
});

test("an entry of a list is told at its place", () => {
  expect(issuesOf(programUpdate, { allowedOrigins: ["https://a.example", "nowhere"] })).toEqual([
    { path: "allowedOrigins.1", rule: "origin", values: {} },
  ]);
});

test("pointers become paths", () => {
  expect(pathOfPointer("/translations/pt-BR/eudTitle")).toBe("translations.pt-BR.eudTitle");
  expect(pathOfPointer("/a~1b~0c")).toBe("a/b~c");
});

test.each([
  ["origins.1", "origins"],
  ["scopes.0", "scopes"],
  ["milestones.0.name", "milestones.0.name"],
  ["translations.fr.eudTitle", "translations.fr.eudTitle"],
  ["name", "name"],
  ["elsewhere", null],
  ["", null],
])("what is wrong at %s stands at the field %s", (path, field) => {
  const values = {
    name: "",
    origins: "https://a.example",
    scopes: ["a"],
    milestones: [{ name: "First" }],
    translations: { fr: { eudTitle: "" } },
  };
  expect(fieldOfPath(values, path)).toBe(field);
});
