import { describe, expect, test } from "vitest";
import { acceptedLanguages, directionOf, resolveLocale } from "@/lib/i18n/locales";

describe("resolveLocale", () => {
  test.each([
    [["de-AT"], "de"],
    [["ar-EG"], "ar"],
    [["en-GB", "de"], "en"],
    [["fr", "de"], "de"],
    [["xx"], "en"],
    [["not a tag!", null, "de"], "de"],
    [[], "en"],
  ])("%j reads %s", (wanted, expected) => {
    expect(resolveLocale(wanted)).toBe(expected);
  });
});

test("acceptedLanguages orders by quality and leaves out what is refused", () => {
  expect(acceptedLanguages("en;q=0.4, de-CH, ar;q=0.8, fr;q=0, *;q=0.1")).toEqual(["de-CH", "ar", "en"]);
  expect(acceptedLanguages(null)).toEqual([]);
});

test("Arabic runs from right to left", () => {
  expect(directionOf("ar")).toBe("rtl");
  expect(directionOf("de")).toBe("ltr");
});
