import { readdirSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import en from "@/messages/widget/en.json";
import type { Locale } from "./locales";
import { resolveWidgetLocale, WIDGET_LOCALES } from "./widget-locales";
import { widgetTranslator } from "./widget-translator";

test("every locale has its file, and every file its locale", () => {
  const files = readdirSync("messages/widget").map((file) => file.replace(".json", ""));
  expect(files.sort()).toEqual([...WIDGET_LOCALES].sort());
});

describe("resolveWidgetLocale", () => {
  test.each([
    [["de-AT"], "de"],
    [["pt"], "pt-BR"],
    [["pt-PT"], "pt-BR"],
    [["zh-TW"], "zh-Hant"],
    [["zh-HK"], "zh-Hant"],
    [["zh"], "zh-Hans"],
    [["iw"], "he"],
    [["es-MX"], "es"],
    [["sv", "nl"], "nl"],
    [["not a tag", null, "%%%", "th"], "th"],
    [[], "en"],
  ])("%j reads %s", (wanted, expected) => {
    expect(resolveWidgetLocale(wanted)).toBe(expected);
  });
});

/** Counts that fall into every plural category of every language between them. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 101, 1_000_000];

test("20 locales: en es pt-BR fr de it nl pl tr ru ar he hi id vi th ja ko zh-Hans zh-Hant, ICU plurals right for each (Arabic has six)", () => {
  const wanted = "en es pt-BR fr de it nl pl tr ru ar he hi id vi th ja ko zh-Hans zh-Hant".split(" ");
  expect([...WIDGET_LOCALES].sort()).toEqual(wanted.sort());
  const days = [0, 1, 2, 3, 11, 100].map((count) => widgetTranslator("ar")("run.daily", { count }));
  expect(days).toEqual(["0 يوم", "يوم واحد", "يومان", "3 أيام", "11 يومًا", "100 يوم"]);
});

describe.each(WIDGET_LOCALES)("the words of %s", (locale) => {
  test("are messages that can be said, with every count", async () => {
    const { default: messages } = await import(`@/messages/widget/${locale}.json`);
    const said = (key: string, values: Record<string, string | number>) => {
      const onError = (error: Error) => {
        throw error;
      };
      const t = createTranslator({ locale: locale as Locale, messages, onError });
      return (t as unknown as (key: string, values: object) => string)(key, values);
    };
    const values = { at: "AT", when: "WHEN", reward: "REWARD", rung: "RUNG", value: "V", target: "T", left: "LEFT" };
    for (const key of keysOf(en))
      for (const count of COUNTS) {
        const text = said(key, { ...values, count });
        expect(text.trim()).not.toBe("");
        expect(text).not.toMatch(/[{}#]/);
      }
  });

  test("have a form of their own for what is counted", () => {
    const t = widgetTranslator(locale);
    const rules = new Intl.PluralRules(locale);
    const [one, many] = [t("run.daily", { count: 1 }), t("run.daily", { count: 5 })];
    expect(one).not.toBe(many);
    expect(rules.select(5)).not.toBe("zero");
  });
});

function keysOf(texts: object, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );
}
