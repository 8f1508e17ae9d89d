import { describe, expect, test } from "vitest";
import { fieldIssues } from "@/lib/client/form-issues";
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

function wrong(form: typeof streakForm | typeof challengeForm, wire: object) {
  const parsed = form.safeParse(wire, { reportInput: true });
  return parsed.success ? [] : fieldIssues(parsed.error).map(({ path, rule, values }) => [path, rule, values]);
}

describe("the form of a campaign", () => {
  test.each([
    ["an empty name", { name: "" }, ["name", "required", {}]],
    ["a goal that is missing", { completionTargetValue: null }, ["completionTargetValue", "required", {}]],
    [
      "a milestone beyond the end",
      { milestones: [rung({ milestoneTargetValue: 8 })] },
      ["milestones.0.milestoneTargetValue", "atMost", { max: 7 }],
    ],
    [
      "half a period",
      { milestones: [rung({}), rung({ milestoneTargetValue: 1.5 })] },
      ["milestones.1.milestoneTargetValue", "wholeNumber", {}],
    ],
    [
      "a mistyped variable in a translation",
      { milestones: [rung({ translations: { ar: { eudMilestoneRewardInstructionMessage: "{{rewardValidTil}}" } } })] },
      [
        "milestones.0.translations.ar.eudMilestoneRewardInstructionMessage",
        "unknownVariable",
        { name: "rewardValidTil", nearest: "rewardValidTill" },
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
