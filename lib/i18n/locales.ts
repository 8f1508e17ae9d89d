import { match } from "@formatjs/intl-localematcher";
import { languageTag } from "@/lib/domain/language-tag";

/** The languages that console and widget are written in; the first is the source and the fallback. */
export const LOCALES = ["en", "de", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

/** The languages by their own names, for those who look for theirs. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", de: "Deutsch", ar: "العربية" };

const RIGHT_TO_LEFT: ReadonlySet<Locale> = new Set(["ar"]);

export function isLocale(value: string | undefined): value is Locale {
  return (LOCALES as readonly (string | undefined)[]).includes(value);
}

export function directionOf(locale: Locale): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(locale) ? "rtl" : "ltr";
}

/** The written language that fits the wanted ones best, most wanted first; malformed ones are passed over. */
export function resolveLocale(wanted: readonly (string | null | undefined)[]): Locale {
  const tags = wanted.map(languageTag).filter((tag) => tag !== undefined);
  const found = match(tags, LOCALES, LOCALES[0], { algorithm: "best fit" });
  return isLocale(found) ? found : LOCALES[0];
}
