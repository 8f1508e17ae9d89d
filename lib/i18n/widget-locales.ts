import { match } from "@formatjs/intl-localematcher";
import { languageTag } from "@/lib/domain/language-tag";

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

const resolved = new Map<string, WidgetLocale>();

/** The widget's language that fits the wanted ones best, most wanted first; malformed ones are passed over. */
export function resolveWidgetLocale(wanted: readonly (string | null | undefined)[]): WidgetLocale {
  const tags = wanted.map(languageTag).filter((tag) => tag !== undefined);
  const key = tags.join();
  const known = resolved.get(key);
  if (known) return known;
  // Tags come with requests: without an end a stranger could fill the memory with made-up ones.
  if (resolved.size > 2000) resolved.clear();
  const found = match(tags, WIDGET_LOCALES, WIDGET_LOCALES[0], { algorithm: "best fit" });
  const best = WIDGET_LOCALES.find((locale) => locale === found) ?? WIDGET_LOCALES[0];
  resolved.set(key, best);
  return best;
}
