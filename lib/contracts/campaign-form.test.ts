import { describe, expect, test } from "vitest";
import { challengeForm, streakForm } from "./campaign-form";

const STREAK = {
  name: "Daily",
  description: "Every day",
  status: "draft",
  aggregationMethod: "count",
  aggregationTargetValue: 1,
  completionTargetValue: 7,
};
const rung = (more: object) => ({
  name: "Rung",
  description: "A rung",
  status: "live",
  milestoneTargetValue: 3,
  ...more,
});

/** Where something is wrong, and the rule that it breaks: what forms say. */
function wrong(form: typeof streakForm | typeof challengeForm, wire: object) {
  const { error } = form.safeParse(wire);
  return (error?.issues ?? []).map((issue) => [issue.path.join("."), "params" in issue ? issue.params : issue.code]);
}

describe("the form of a campaign", () => {
  test.each([
    ["an empty name", { name: "" }, ["name", { rule: "required" }]],
    ["a goal that is missing", { completionTargetValue: null }, ["completionTargetValue", "invalid_type"]],
    [
      "a milestone beyond the end",
      { milestones: [rung({ milestoneTargetValue: 8 })] },
      ["milestones.0.milestoneTargetValue", { rule: "atMost", max: 7 }],
    ],
    [
      "half a period",
      { milestones: [rung({}), rung({ milestoneTargetValue: 1.5 })] },
      ["milestones.1.milestoneTargetValue", { rule: "wholeNumber" }],
    ],
    [
      "a mistyped variable in a translation",
      { milestones: [rung({ translations: { ar: { eudMilestoneRewardInstructionMessage: "{{rewardValidTil}}" } } })] },
      [
        "milestones.0.translations.ar.eudMilestoneRewardInstructionMessage",
        { rule: "unknownVariable", name: "rewardValidTil", nearest: "rewardValidTill" },
      ],
    ],
  ])("%s is told at its field", (_, more, expected) => {
    expect(wrong(streakForm, { ...STREAK, milestones: [], ...more })).toEqual([expected]);
  });

  test("a challenge takes fractions, and milestones beyond its target", () => {
    const { aggregationTargetValue: _, ...challenge } = STREAK;
    const milestones = [rung({ milestoneTargetValue: 2.5 }), rung({ milestoneTargetValue: 100 })];
    expect(wrong(challengeForm, { ...challenge, milestones })).toEqual([]);
  });
});
