import { expect, it } from "vitest";
import { AUDIT_SLUGS } from "@/lib/domain/audit";
import { recordPlace } from "./record-place";

const PARENT = { linkedSchemaSlug: "challenge", linkedSchemaRecordId: "p" };

it.each([
  ["streak", null, "/streaks/1"],
  ["challenge", null, "/challenges/1"],
  ["milestone", PARENT, "/challenges/p#milestone-1"],
  ["milestone", null, null],
  ["member", null, "/members/1"],
  ["reward_log", null, "/reward-logs?reward=1"],
  ["invite", null, "/settings/team"],
  ["icon", null, null],
] as const)("a %s with %j is at %j", (slug, record, place) => expect(recordPlace(slug, "1", record)).toBe(place));

it("every place is one of the console", () => {
  for (const slug of AUDIT_SLUGS) expect(recordPlace(slug, "1", PARENT) ?? "/").toMatch(/^\//);
});
