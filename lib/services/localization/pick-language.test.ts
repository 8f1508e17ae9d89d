import { describe, expect, it } from "vitest";
import { pickLanguage } from "./pick-language";

describe("pickLanguage", () => {
  it.each([
    ["the same tag", "fr", ["en", "fr", "fr-CA"], "fr"],
    ["another spelling of the same tag", "FR-ca", ["en", "fr", "fr-CA"], "fr-CA"],
    ["an old name of the language", "iw", ["en", "he"], "he"],
    ["a script by its region", "zh-TW", ["en", "zh-Hans", "zh-Hant"], "zh-Hant"],
    ["a script by another region", "zh-HK", ["en", "zh-Hans", "zh-Hant"], "zh-Hant"],
    ["the likely script", "zh", ["en", "zh-Hant", "zh-Hans"], "zh-Hans"],
    ["the script by its likely region", "zh-SG", ["en", "zh-Hant", "zh-Hans"], "zh-Hans"],
    ["a region of the language", "pt", ["en", "pt-BR"], "pt-BR"],
    ["another region of the language", "pt-PT", ["en", "pt-BR"], "pt-BR"],
    ["the language without a region", "fr-CH", ["en", "fr"], "fr"],
    ["the language with a region", "fr", ["en", "fr-CA"], "fr-CA"],
    ["the nearer region", "es-MX", ["en", "es-ES", "es-419"], "es-419"],
    ["the nearer English", "en-AU", ["en-US", "en-GB"], "en-GB"],
    ["Norwegian under its other name", "no", ["en", "nb"], "nb"],
    ["what a tag with extensions is about", "de-u-ca-gregory", ["en", "de"], "de"],
    ["what a tag with a private part is about", "de-x-shop", ["en", "de"], "de"],
    ["the other script of Serbian, before nothing", "sr-Latn", ["en", "sr"], "sr"],
  ])("finds %s: %s among %j", (_, requested, available, found) => {
    expect(pickLanguage([requested], available, "en")).toBe(found);
  });

  it.each([
    ["an empty one", "", ["en", "fr"]],
    ["a malformed one", "not a tag", ["en", "fr"]],
    ["another malformed one", "fr_CA", ["en", "fr"]],
    ["a grandfathered one", "i-klingon", ["en", "fr"]],
    ["only a private part", "x-whatever", ["en", "fr"]],
    ["no language at all", "und", ["en", "fr"]],
    ["an unknown language", "xx", ["en", "fr"]],
    ["a language that is not there", "ja", ["en", "fr"]],
    ["nothing to choose from", "fr", []],
    ["a script that its readers may not read", "zh-Hans", ["zh-Hant"]],
    ["a neighbour's language, however well it is known", "ta", ["fr", "en-GB"]],
    ["a neighbour's language", "uk", ["ru", "fr"]],
    ["a very long one", `fr-${"x".repeat(5000)}`, ["en", "fr"]],
  ])("falls back for %s", (_, requested, available) => {
    expect(pickLanguage([requested], available, "de")).toBe("de");
  });

  it.each([
    ["the first, when it is there", ["fr", "de"], "fr"],
    ["the second, when the first is not", ["sv", "de"], "de"],
    ["a relative of the second before a third", ["sv", "pt-PT", "fr"], "pt-BR"],
    ["the default language where it is wanted, before what comes after it", ["en-GB", "fr"], "en"],
    ["what is well-formed", ["fr_CA", "not a tag", "de"], "de"],
    ["no script that its readers may not read, but what comes after it", ["zh-Hans", "de"], "de"],
    ["the default language, when none is there", ["sv", "ta"], "en"],
    ["the default language, when none is wanted", [], "en"],
  ])("of several finds %s: %j", (_, requested, found) => {
    expect(pickLanguage(requested, ["en", "de", "fr", "pt-BR", "zh-Hant"], "en")).toBe(found);
  });
});
