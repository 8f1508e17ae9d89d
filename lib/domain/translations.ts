/** One text in one language. `source` is there once the default language's text has changed: the text it was made from. */
export interface Translation {
  text: string;
  source?: string | null;
}

/** A record's translations: by language tag, then by field. */
export type Translations = Readonly<Record<string, Readonly<Record<string, Translation>>>>;

/** What is asked to change: a text is set, null removes it, and null for a language removes all of it. */
export type TranslationChanges = Readonly<Record<string, Readonly<Record<string, string | null>> | null>>;

type Texts = Readonly<Record<string, string | null>>;

/** Whether the default language's text has changed since this translation was written, and not back again. */
export function isOutdated(translation: Translation): boolean {
  return translation.source !== undefined;
}

/**
 * Translations after a change of the texts that they were made from, `before` and `after` by field. A text that changes
 * back to what a translation was made from makes it good again.
 */
export function followSource(translations: Translations, before: Texts, after: Texts): Translations {
  return mapTexts(translations, (translation, field) => {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    const source = translation.source === undefined ? old : translation.source;
    return source === now ? { text: translation.text } : { text: translation.text, source };
  });
}

/** Merges changes in by language and field. A translation that is written is good, also when its text is the same. */
export function mergeTranslations(translations: Translations, changes: TranslationChanges): Translations {
  const merged = new Map(Object.entries(translations));
  for (const [language, texts] of Object.entries(changes)) {
    const fields = new Map(texts === null ? [] : Object.entries(merged.get(language) ?? {}));
    for (const [field, text] of Object.entries(texts ?? {}))
      if (text === null) fields.delete(field);
      else fields.set(field, { text });
    if (fields.size > 0) merged.set(language, Object.fromEntries(fields));
    else merged.delete(language);
  }
  return Object.fromEntries(merged);
}

function mapTexts(translations: Translations, change: (translation: Translation, field: string) => Translation) {
  return Object.fromEntries(
    Object.entries(translations).map(([language, texts]) => [
      language,
      Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, change(text, field)])),
    ]),
  );
}
