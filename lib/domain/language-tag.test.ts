import { expect, it } from "vitest";
import { acceptedLanguages, directionOfLanguage, languageTag } from "./language-tag";

it.each([
  ["fr-ca", "fr-CA"],
  ["ZH-HANT-tw", "zh-Hant-TW"],
  ["iw", "he"],
  ["pt-BR", "pt-BR"],
  ["fr_CA", undefined],
  ["", undefined],
  [null, undefined],
  ["not a tag", undefined],
  ["a", undefined],
  ["__proto__", undefined],
])("languageTag(%j) is %j", (value, tag) => {
  expect(languageTag(value)).toBe(tag);
});

it.each([
  ["ar", "rtl"],
  ["he", "rtl"],
  ["fa-AF", "rtl"],
  ["ckb", "rtl"],
  ["ur", "rtl"],
  ["az-Arab", "rtl"],
  ["az", "ltr"],
  ["ar-Latn", "ltr"],
  ["ja", "ltr"],
  ["xx", "ltr"],
  ["not a tag", "ltr"],
])("%s runs %s", (tag, direction) => {
  expect(directionOfLanguage(tag)).toBe(direction);
});

it("acceptedLanguages orders by quality and leaves out what is refused", () => {
  expect(acceptedLanguages("en;q=0.4, de-CH, ar;q=0.8, fr;q=0, *;q=0.1")).toEqual(["de-CH", "ar", "en"]);
  expect(acceptedLanguages(null)).toEqual([]);
});
