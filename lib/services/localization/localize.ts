import { languageTag } from "@/lib/domain/language-tag";
import type { Translations } from "@/lib/domain/translations";
import { pickLanguage } from "./pick-language";

/** In which languages somebody reads, the most wanted first, and the language of untranslated texts. */
export interface Reading {
  languageCodes: readonly string[];
  defaultLanguage: string;
}

/** Who asks for these languages reads like this; without one, or with malformed ones, in the default language. */
export function readingIn(
  program: { defaultLanguage: string },
  wanted: string | readonly string[] | null = null,
): Reading {
  const languageCodes = typeof wanted === "string" ? [wanted] : (wanted ?? []);
  return { languageCodes, defaultLanguage: program.defaultLanguage };
}

type Texts<Field extends string> = Record<Field, string | null>;

/** Texts as they were resolved, and the language of each; where there is no text there is no language. */
export type Localized<Field extends string> = Texts<Field> & { resolvedLanguages: Partial<Record<Field, string>> };

/** A record's texts, field by field in the language that fits the reader best (DOMAIN 5). */
export function localize<Field extends string>(
  row: Readonly<Texts<Field>> & { translations: Translations },
  fields: readonly Field[],
  { languageCodes, defaultLanguage }: Reading,
): Localized<Field> {
  const base = languageTag(defaultLanguage) ?? defaultLanguage;
  const resolved = fields.map((field) => {
    const translated = Object.keys(row.translations).filter((tag) => row.translations[tag]?.[field] && tag !== base);
    const language = pickLanguage(languageCodes, [base, ...translated], base);
    const text = language === base ? row[field] : (row.translations[language]?.[field]?.text ?? row[field]);
    return { field, text, language };
  });
  const languages = resolved.filter(({ text }) => text !== null).map(({ field, language }) => [field, language]);
  return {
    ...(Object.fromEntries(resolved.map(({ field, text }) => [field, text])) as Texts<Field>),
    resolvedLanguages: Object.fromEntries(languages) as Partial<Record<Field, string>>,
  };
}
