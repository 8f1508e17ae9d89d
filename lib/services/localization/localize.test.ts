import { describe, expect, it } from "vitest";
import { localize, readingIn } from "./localize";

const FIELDS = ["title", "text"] as const;
const ROW = {
  title: "Hello",
  text: "Good morning",
  translations: {
    fr: { title: { text: "Bonjour" } },
    "zh-Hant": { title: { text: "你好" }, text: { text: "早安", source: "Morning" } },
    "pt-BR": { text: { text: "Bom dia" } },
    de: { title: { text: "" } },
  },
};
const inLanguage = (languageCode: string | null) =>
  localize(ROW, FIELDS, readingIn({ defaultLanguage: "en" }, languageCode));

describe("localize", () => {
  it.each([
    ["nothing", null, "Hello", "Good morning", "en", "en"],
    ["the default language", "en", "Hello", "Good morning", "en", "en"],
    ["a relative of the default language", "en-GB", "Hello", "Good morning", "en", "en"],
    ["a language of one field", "fr", "Bonjour", "Good morning", "fr", "en"],
    ["a relative of a language of both", "zh-TW", "你好", "早安", "zh-Hant", "zh-Hant"],
    ["a relative of a language of the other", "pt", "Hello", "Bom dia", "en", "pt-BR"],
    ["a language whose text is empty on purpose", "de", "", "Good morning", "de", "en"],
    ["a language that is not there", "ja", "Hello", "Good morning", "en", "en"],
    ["something malformed", "%%%", "Hello", "Good morning", "en", "en"],
  ])("asked for %s", (_, languageCode, title, text, titleLanguage, textLanguage) => {
    expect(inLanguage(languageCode)).toEqual({
      title,
      text,
      resolvedLanguages: { title: titleLanguage, text: textLanguage },
    });
  });

  it("a field without a text has no language, and one may have a translation only", () => {
    const row = { title: null, text: null, translations: { fr: { title: { text: "Bonjour" } } } };
    const reading = (languageCode: string) => readingIn({ defaultLanguage: "en" }, languageCode);
    expect(localize(row, FIELDS, reading("fr"))).toEqual({
      title: "Bonjour",
      text: null,
      resolvedLanguages: { title: "fr" },
    });
    expect(localize(row, FIELDS, reading("en"))).toEqual({ title: null, text: null, resolvedLanguages: {} });
  });

  it("the default language's own text comes before a translation under the same tag, and its tag is spelled right", () => {
    const reading = readingIn({ defaultLanguage: "FR" }, "fr");
    expect(localize(ROW, FIELDS, reading)).toMatchObject({ title: "Hello", resolvedLanguages: { title: "fr" } });
  });
});
