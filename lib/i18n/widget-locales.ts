import { match } from "@formatjs/intl-localematcher";
import { languageTag } from "@/lib/domain/language-tag";
import { remember } from "@/lib/domain/remember";

/** The languages that the widget is written in; the first is the source and the fallback. */
export const WIDGET_LOCALES = [
  "en",
  "es",
  "pt-BR",
  "fr",
  "de",
  "it",
  "nl",
  "pl",
  "tr",
  "ru",
  "ar",
  "he",
  "hi",
  "id",
  "vi",
  "th",
  "ja",
  "ko",
  "zh-Hans",
  "zh-Hant",
] as const;
export type WidgetLocale = (typeof WIDGET_LOCALES)[number];

/** The widget's language that fits the wanted ones best, most wanted first; malformed ones are passed over. */
export function resolveWidgetLocale(wanted: readonly (string | null | undefined)[]): WidgetLocale {
  const tags = wanted.map(languageTag).filter((tag) => tag !== undefined);
  return best(tags.join());
}

const best = remember(2000, (tags): WidgetLocale => {
  const wanted = tags === "" ? [] : tags.split(",");
  const found = match(wanted, WIDGET_LOCALES, WIDGET_LOCALES[0], { algorithm: "best fit" });
  return WIDGET_LOCALES.find((locale) => locale === found) ?? WIDGET_LOCALES[0];
});
