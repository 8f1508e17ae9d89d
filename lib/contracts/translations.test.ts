import { describe, expect, it } from "vitest";
import { milestoneUpdate } from "./milestone";
import { streakCreate, streakUpdate } from "./streak";
import { MAX_LANGUAGES } from "./translations";

const read = (translations: unknown) => streakUpdate.safeParse({ translations });

/** Where and why a value is refused. */
function refusals(schema: typeof streakUpdate | typeof milestoneUpdate, translations: unknown) {
  const { error } = schema.safeParse({ translations });
  return error?.issues.map(({ path, message }) => `${path.join("/")}: ${message}`);
}

describe("translations", () => {
  it("are none on create unless given", () => {
    const least = { name: "n", description: "d", status: "draft", aggregationTargetValue: 1, completionTargetValue: 1 };
    expect(streakCreate.parse(least).translations).toEqual({});
  });

  it("are read by language and field, tags in their canonical spelling", () => {
    const tags = { "fr-ca": { eudTitle: "Bonjour" }, "zh-hant": { eudDescription: "", eudTitle: null } };
    expect(read({ ...tags, iw: null }).data).toEqual({
      translations: { "fr-CA": { eudTitle: "Bonjour" }, "zh-Hant": { eudDescription: "", eudTitle: null }, he: null },
    });
  });

  it.each([
    ["fr_CA"],
    ["french language"],
    [""],
    ["und"],
    ["x-shop"],
    ["de-u-ca-gregory"],
    ["de-x-shop"],
    ["constructor"],
    [`fr-${"abcde-".repeat(8)}abcde`],
  ])("refuse the key %j, which names no language of texts", (key) => {
    expect(refusals(streakUpdate, { [key]: { eudTitle: "x" } })).toEqual([
      expect.stringMatching(new RegExp(`^translations/${key}: is no BCP 47 language tag`)),
    ]);
  });

  it("refuse two spellings of one language", () => {
    expect(refusals(streakUpdate, { "fr-CA": { eudTitle: "a" }, "FR-ca": { eudTitle: "b" } })).toEqual([
      "translations/FR-ca: is given twice: it is another spelling of fr-CA",
    ]);
  });

  it("refuse what is no text of the record, or too long, or unfit to store", () => {
    expect(refusals(streakUpdate, { fr: { name: "x" } })).toEqual([expect.stringContaining('"name"')]);
    expect(refusals(streakUpdate, { fr: { eudMilestoneRewardTitle: "x" } })).toHaveLength(1);
    expect(refusals(streakUpdate, { fr: { eudTitle: "é".repeat(49) } })).toEqual([
      "translations/fr/eudTitle: must be at most 48 characters",
    ]);
    expect(read({ fr: { eudTitle: "😄".repeat(48) } }).success).toBe(true);
    expect(refusals(streakUpdate, { fr: { eudTitle: "a\0b" } })).toHaveLength(1);
    expect(refusals(streakUpdate, { fr: { eudTitle: 1 } })).toHaveLength(1);
  });

  it.each([[null], [[]], ["fr"], [1], [{ fr: "Bonjour" }], [{ fr: [] }]])("refuse %j", (given) => {
    expect(read(given).success).toBe(false);
  });

  it("refuse a key that only JSON can spell", () => {
    expect(read(JSON.parse('{"__proto__":{"eudTitle":"x"}}')).success).toBe(false);
    expect(read(JSON.parse('{"fr":{"__proto__":{"eudTitle":"x"}}}')).success).toBe(false);
  });

  it("refuse an unknown variable in any language, and name the nearest", () => {
    expect(
      refusals(milestoneUpdate, {
        fr: { eudMilestoneRewardInstructionMessage: "Jusqu’au {{rewardValidTill}}, <<rewardValidTil>>." },
        de: { eudMilestoneRewardInstructionMessage: "Bis {{gültigBis}}." },
      }),
    ).toEqual([
      "translations/fr/eudMilestoneRewardInstructionMessage: has no variable {{rewardValidTil}}: did you mean {{rewardValidTill}}?",
      "translations/de/eudMilestoneRewardInstructionMessage: has no variable {{gültigBis}}: did you mean {{rewardValidTill}}?",
    ]);
  });

  it(`are ${MAX_LANGUAGES} at most`, () => {
    const tags = Array.from({ length: MAX_LANGUAGES + 1 }, (_, index) => `en-${String(100 + index)}`);
    const all = Object.fromEntries(tags.map((tag) => [tag, { eudTitle: tag }]));
    expect(refusals(streakUpdate, all)).toEqual([`translations: must have at most ${MAX_LANGUAGES} languages`]);
    const { [tags[0] ?? ""]: _, ...fewer } = all;
    expect(read(fewer).success).toBe(true);
  });
});
