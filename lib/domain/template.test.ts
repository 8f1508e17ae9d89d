import { describe, expect, it } from "vitest";
import { DEFAULT_REWARD_INSTRUCTION, formatValidTill, renderTemplate, unknownVariables } from "./template";

const TILL = "4/10/2026, 9:15:38 PM";

describe("renderTemplate", () => {
  it.each([
    [
      "the default instruction",
      DEFAULT_REWARD_INSTRUCTION,
      `Use the offer code at checkout to redeem your reward! Valid till ${TILL}.`,
    ],
    ["the other spelling", "Valid till <<rewardValidTill>>!", `Valid till ${TILL}!`],
    ["spaces inside", "Valid till {{ rewardValidTill }}.", `Valid till ${TILL}.`],
    ["both spellings, twice", "{{rewardValidTill}} = <<rewardValidTill>>", `${TILL} = ${TILL}`],
    ["no variable", "Show this code.", "Show this code."],
    ["a variable it does not know", "Hello {{firstName}}.", "Hello {{firstName}}."],
    ["braces that are none", "{rewardValidTill} < 5 >> 3 {{", "{rewardValidTill} < 5 >> 3 {{"],
    ["markup, which stays text", "<b>Till</b> {{rewardValidTill}} & more", `<b>Till</b> ${TILL} & more`],
  ])("fills in %s", (_, text, expected) => {
    expect(renderTemplate(text, { rewardValidTill: TILL }, "en")).toBe(expected);
  });

  it("takes a value as it is, and does not read variables in it", () => {
    expect(renderTemplate("Till {{rewardValidTill}}", { rewardValidTill: "$& {{rewardValidTill}}" }, "en")).toBe(
      "Till $& {{rewardValidTill}}",
    );
  });

  it.each([
    [
      "the default instruction",
      "en",
      DEFAULT_REWARD_INSTRUCTION,
      "Use the offer code at checkout to redeem your reward!",
    ],
    ["in the other spelling", "en", "Show it. Valid till <<rewardValidTill>>. Enjoy!", "Show it. Enjoy!"],
    ["at the beginning", "en", "Till {{rewardValidTill}} only! Show this code.", "Show this code."],
    [
      "at the beginning of a later sentence",
      "en",
      "Show this code. {{rewardValidTill}} is the last moment. Enjoy.",
      "Show this code. Enjoy.",
    ],
    ["when it is the whole text", "en", "Valid till {{rewardValidTill}}.", ""],
    ["each of two", "en", "A {{rewardValidTill}}. Keep this. B {{rewardValidTill}}.", "Keep this."],
    ["on a line of its own", "en", "Show this code\nValid till {{rewardValidTill}}\nEnjoy", "Show this code\nEnjoy"],
    ["in German", "de", "Code an der Kasse zeigen. Gültig bis {{rewardValidTill}}.", "Code an der Kasse zeigen."],
    [
      "in Japanese",
      "ja",
      "コードを提示してください。有効期限は{{rewardValidTill}}です。ありがとう。",
      "コードを提示してください。ありがとう。",
    ],
    ["in Arabic", "ar", "استخدم الرمز عند الدفع! صالح حتى {{rewardValidTill}}.", "استخدم الرمز عند الدفع!"],
    ["in Hindi", "hi", "कोड दिखाएं। {{rewardValidTill}} तक मान्य। धन्यवाद।", "कोड दिखाएं। धन्यवाद।"],
  ])("leaves the sentence out without an expiry: %s", (_, locale, text, expected) => {
    expect(renderTemplate(text, {}, locale)).toBe(expected);
  });

  it.each([
    ["a saint", "en", "Use it at St. Mary's shop till {{rewardValidTill}}. Enjoy!", "Enjoy!"],
    ["a title", "en", "Redeem at Dr. Smith by {{rewardValidTill}}.", ""],
    ["an initial", "en", "Show it. Redeem at J. Smith's by {{rewardValidTill}}.", "Show it."],
    ["behind the variable", "en", "Till {{rewardValidTill}} at St. Mary's shop. Enjoy!", "Enjoy!"],
    ["a number", "en", "Show it. In shop No. 5 Main Street by {{rewardValidTill}}.", "Show it."],
    ["before the variable", "en", "Show it. Open to 9 p.m. <<rewardValidTill>>. Enjoy!", "Show it. Enjoy!"],
    ["an ordinal", "de", "Gültig bis zum 3. Tag bzw. {{rewardValidTill}}. Danke!", "Danke!"],
    ["with a space inside", "de", "Für Tee. Gilt z. B. Montag, d. h. {{rewardValidTill}}. Danke!", "Für Tee. Danke!"],
    [
      "in a sentence of its own",
      "en",
      "Ask Dr. Smith at St. Mary's. Till {{rewardValidTill}}.",
      "Ask Dr. Smith at St. Mary's.",
    ],
  ])("leaves out a whole sentence that holds an abbreviation: %s", (_, locale, text, expected) => {
    expect(renderTemplate(text, {}, locale)).toBe(expected);
  });

  it("leaves sentences with variables it does not know in", () => {
    expect(renderTemplate("Hello {{firstName}}. Till {{rewardValidTill}}.", {}, "en")).toBe("Hello {{firstName}}.");
  });
});

describe("unknownVariables", () => {
  it.each([
    ["Valid till {{rewardValidTill}}, <<rewardValidTill>>.", []],
    ["No variable, {one} <b>brace</b>.", []],
    ["Valid till {{rewardValidTil}}.", ["rewardValidTil"]],
    ["Valid till <<validTill>>.", ["validTill"]],
    ["{{RewardValidTill}} {{name}} {{rewardValidTill}}", ["RewardValidTill", "name"]],
    ["{{}}", [""]],
  ])("in %j: %j", (text, names) => {
    expect(unknownVariables(text)).toEqual(names.map((name) => ({ name, nearest: "rewardValidTill" })));
  });
});

describe("formatValidTill", () => {
  const at = Date.parse("2026-04-10T21:15:38Z");
  it.each([
    ["en-US", "UTC", TILL],
    ["en-US", "America/New_York", "4/10/2026, 5:15:38 PM"],
    ["en-US", "Asia/Kathmandu", "4/11/2026, 3:00:38 AM"],
    ["de-DE", "UTC", "10.4.2026, 21:15:38"],
    ["en-GB", "Europe/London", "10/04/2026, 22:15:38"],
    ["fr-FR", "Europe/Paris", "10/04/2026 23:15:38"],
  ])("in %s and %s", (locale, zone, text) => {
    expect(formatValidTill(at, locale, zone)).toBe(text);
  });
});
