import { describe, expect, test } from "vitest";
import { directionOf, resolveLocale } from "@/lib/i18n/locales";

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

test("Arabic runs from right to left", () => {
  expect(directionOf("ar")).toBe("rtl");
  expect(directionOf("de")).toBe("ltr");
});
