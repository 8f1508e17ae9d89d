import { describe, expect, test } from "vitest";
import { campaignChange } from "./campaign-edit";
import { campaignWire, newCampaign, newMilestone } from "./campaign-values";
import { textState, typedCompleteness } from "./text-states";

const LANGUAGES = ["ar"];
const milestone = (id: string | null, target: number, eudTitle = "") => ({
  ...newMilestone(LANGUAGES, target),
  id,
  eudTitle,
});
const values = (more = {}) => ({ ...newCampaign(LANGUAGES), name: "Daily", eudTitle: "Every day", ...more });
const wire = (more = {}) => campaignWire("streak", values(more), "draft");
const arabic = (eudTitle: string) => ({ ar: { eudTitle, eudDescription: "", eudIcon: null } });

describe("what a page sends", () => {
  test("of a new campaign: all of it, and only texts that are there", () => {
    const change = campaignChange("streak", null, null, wire({ milestones: [milestone(null, 3, "Coffee")] }));
    expect(change.values).toMatchObject({ name: "Daily", description: "Daily", status: "draft", eudDescription: null });
    expect(change.values).not.toHaveProperty("translations");
    expect(change.values).not.toHaveProperty("confirmed");
    expect(change.milestones).toEqual([
      { values: expect.objectContaining({ name: "Coffee", milestoneTargetValue: 3, points: 0 }) },
    ]);
  });

  test("of a campaign that is there: what differs, and never its status", () => {
    const before = wire({ translations: arabic("كل يوم"), milestones: [milestone("m1", 3, "Coffee")] });
    const after = wire({
      translations: arabic("كل يوم"),
      milestones: [milestone("m1", 4, "Coffee")],
      eudTitle: "Daily",
    });
    expect(campaignChange("streak", "s1", before, { ...after, status: "live" })).toEqual({
      slug: "streak",
      id: "s1",
      values: { eudTitle: "Daily" },
      milestones: [{ id: "m1", values: { milestoneTargetValue: 4 } }],
    });
  });

  test("event types go along when another one is among them", () => {
    const before = wire({ activityIds: ["visit", "purchase"] });
    const sent = (activityIds: string[]) => campaignChange("streak", "s1", before, wire({ activityIds })).values;
    expect(sent(["visit", "purchase"])).toEqual({});
    expect(sent(["visit"])).toEqual({ activityIds: ["visit"] });
    expect(sent([])).toEqual({ activityIds: [] });
  });

  test("a translation goes along when it was typed, emptied or confirmed, and not otherwise", () => {
    const before = wire({ translations: arabic("كل يوم") });
    const sent = (more: object) => campaignChange("streak", "s1", before, wire(more)).values["translations"];
    expect(sent({ translations: arabic("كل يوم") })).toBeUndefined();
    expect(sent({ translations: arabic("يوميًا") })).toEqual({ ar: { eudTitle: "يوميًا" } });
    expect(sent({ translations: arabic("  ") })).toEqual({ ar: { eudTitle: null } });
    expect(sent({ translations: arabic("كل يوم"), confirmed: ["ar.eudTitle"] })).toEqual({
      ar: { eudTitle: "كل يوم" },
    });
  });

  test("a milestone that is gone is deleted, behind the others, whose positions stay", () => {
    const before = wire({ milestones: [milestone("m1", 1), milestone("m2", 2)] });
    const after = wire({ milestones: [milestone("m2", 2), milestone(null, 5, "New")] });
    const { milestones } = campaignChange("streak", "s1", before, after);
    expect(milestones.map(({ id, deleted }) => [id, deleted])).toEqual([
      ["m2", undefined],
      [undefined, undefined],
      ["m1", true],
    ]);
  });
});

describe("how a translation stands", () => {
  const saved = (outdated: boolean) => ({
    eudTitle: "Every day",
    eudDescription: null,
    translations: { ar: { eudTitle: "كل يوم" } },
    translationStates: { ar: { eudTitle: { outdated } } },
  });
  const state = (more: object, outdated = false) => textState("eudTitle", "ar", values(more), saved(outdated));

  test.each([
    ["without a source there is nothing to translate", { eudTitle: " " }, false, null],
    ["empty", { translations: arabic("") }, false, "missing"],
    ["as it was", { translations: arabic("كل يوم") }, false, "done"],
    ["as it was, and old", { translations: arabic("كل يوم") }, true, "outdated"],
    ["its source is being changed", { translations: arabic("كل يوم"), eudTitle: "Daily" }, false, "outdated"],
    ["typed anew", { translations: arabic("يوميًا"), eudTitle: "Daily" }, true, "done"],
    ["confirmed", { translations: arabic("كل يوم"), confirmed: ["ar.eudTitle"] }, true, "done"],
  ])("%s", (_, more, outdated, expected) => {
    expect(state(more, outdated)).toBe(expected);
  });

  test("only live milestones count, with the texts that they have", () => {
    const ladder = [milestone(null, 1, "One"), { ...milestone(null, 2, "Two"), status: "draft" as const }];
    // The title of the streak; title and instruction of the live milestone.
    expect(typedCompleteness(values({ milestones: ladder }), null, "ar")).toEqual({ done: 0, outdated: 0, missing: 3 });
  });
});
