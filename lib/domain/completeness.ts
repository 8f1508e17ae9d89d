import { isOutdated, type Translations } from "./translations";

/** A text as a translator finds it: there, made from a source that has changed since, or not there. */
export const TRANSLATION_STATES = ["done", "outdated", "missing"] as const;
export type TranslationState = (typeof TRANSLATION_STATES)[number];

/** A record's source texts by field, and its translations. */
export interface Translatable {
  texts: Readonly<Record<string, string | null>>;
  translations: Translations;
}

export type Completeness = Record<TranslationState, number>;

/** How one text stands in a language; null where there is no source text, since there is nothing to translate. */
export function translationState(record: Translatable, field: string, language: string): TranslationState | null {
  if (!record.texts[field]) return null;
  const translation = record.translations[language]?.[field];
  if (translation === undefined) return "missing";
  return isOutdated(translation) ? "outdated" : "done";
}

/** Counts the texts of records by how they stand in a language. */
export function completeness(records: readonly Translatable[], language: string): Completeness {
  const counts: Completeness = { done: 0, outdated: 0, missing: 0 };
  for (const record of records)
    for (const field of Object.keys(record.texts)) {
      const state = translationState(record, field, language);
      if (state !== null) counts[state] += 1;
    }
  return counts;
}
