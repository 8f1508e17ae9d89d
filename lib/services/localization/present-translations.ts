import { isOutdated, type Translation, type Translations } from "@/lib/domain/translations";

/** Translations as an admin reads them: the texts as they are sent, and beside them whether each is outdated. */
export function presentTranslations(row: { translations: Translations }) {
  return {
    translations: each(row.translations, ({ text }) => text),
    translationStates: each(row.translations, (translation) => ({ outdated: isOutdated(translation) })),
  };
}

function each<Value>(translations: Translations, present: (translation: Translation) => Value) {
  return Object.fromEntries(
    Object.entries(translations).map(([language, texts]) => [
      language,
      Object.fromEntries(Object.entries(texts).map(([field, translation]) => [field, present(translation)])),
    ]),
  );
}
