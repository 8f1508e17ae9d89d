import { MAX_LANGUAGES } from "@/lib/contracts/translations";
import { languageTag } from "@/lib/domain/language-tag";
import { followSource, mergeTranslations, type TranslationChanges, type Translations } from "@/lib/domain/translations";
import { AppError, invalidField } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";

/**
 * The translations of a new record.
 * @throws AppError `invalid_request` for one into the program's default language: that text is the field itself
 */
export function newTranslations(context: ServiceContext, given: TranslationChanges): { translations: Translations } {
  refuseDefaultLanguage(context, given);
  return { translations: mergeTranslations({}, given) };
}

type Texts<Field extends string> = Readonly<Record<Field, string | null>>;

/**
 * The translations of a record after a change: first those of texts that change become outdated, then what is given is
 * merged in, which is up to date. Empty when the change touches neither.
 * @throws AppError `invalid_request` for one into the program's default language, or for too many languages
 */
export function changedTranslations<Field extends string>(
  context: ServiceContext,
  fields: readonly Field[],
  current: Texts<Field> & { translations: Translations },
  changes: { [Key in Field]?: string | null | undefined } & { translations?: TranslationChanges | undefined },
): { translations: Translations } {
  const given = changes.translations ?? {};
  refuseDefaultLanguage(context, given);
  const before = fields.map((field) => [field, current[field]] as const);
  const after = before.map(([field, text]) => [field, changes[field] === undefined ? text : changes[field]] as const);
  const followed = followSource(current.translations, Object.fromEntries(before), Object.fromEntries(after));
  const translations = mergeTranslations(followed, given);
  if (Object.keys(translations).length > MAX_LANGUAGES)
    throw invalidField("/translations", "too_big", `translations must have at most ${MAX_LANGUAGES} languages`);
  return { translations };
}

function refuseDefaultLanguage({ program }: ServiceContext, given: TranslationChanges): void {
  const base = languageTag(program.defaultLanguage) ?? program.defaultLanguage;
  if (!Object.hasOwn(given, base)) return;
  const fields = Object.keys(given[base] ?? {});
  const which = fields.length > 0 ? fields.join(", ") : "the fields";
  throw new AppError("invalid_request", {
    detail: `${base} is the program's default language, whose texts are no translations: set ${which} of the record itself.`,
    errors: [
      {
        pointer: `/translations/${base}`,
        code: "default_language",
        message: `is the program's default language: set ${which} of the record itself`,
      },
    ],
  });
}
