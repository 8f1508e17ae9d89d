import { z } from "zod";
import { languageTag } from "@/lib/domain/language-tag";
import type { TranslationChanges } from "@/lib/domain/translations";

/** What an admin reads of translations, as `fields` names it. */
export const TRANSLATION_FIELDS = ["translations", "translationStates", "resolvedLanguages"];

/** How many languages one record may have. */
export const MAX_LANGUAGES = 50;
const MAX_TAG_LENGTH = 35;

/**
 * `translations` of a record on create and PATCH: by language tag, then by field, each text under the rules of its field
 * in `texts`. Null removes a text, or a language. Tags come out canonical (DOMAIN 5).
 */
export function translationsOf(texts: Readonly<Record<string, z.ZodType<string | null>>>) {
  const ofLanguage = z.strictObject(texts).partial().nullable();
  return z
    .custom<object>(isOwnObject, { error: 'must be an object such as { "fr": { "eudTitle": "…" } }' })
    .pipe(z.record(z.string(), ofLanguage))
    .transform((given, context): TranslationChanges => {
      const read = new Map<string, Readonly<Record<string, string | null>> | null>();
      for (const [key, fields] of Object.entries(given)) {
        const tag = textLanguage(key);
        const message =
          tag === undefined ? NO_TAG : read.has(tag) ? `is given twice: it is another spelling of ${tag}` : null;
        if (message !== null) context.addIssue({ code: "custom", path: [key], message });
        else if (tag !== undefined) read.set(tag, fields as Readonly<Record<string, string | null>> | null);
      }
      if (read.size > MAX_LANGUAGES)
        context.addIssue({ code: "custom", message: `must have at most ${MAX_LANGUAGES} languages` });
      return Object.fromEntries(read);
    });
}

const NO_TAG = "is no BCP 47 language tag of a language, script, region and variants, such as fr, pt-BR or zh-Hant";

/** The canonical tag of a language that texts are written in: not `und`, and no extensions, which say nothing of a text. */
export function textLanguage(key: string): string | undefined {
  const tag = key.length <= MAX_TAG_LENGTH ? languageTag(key) : undefined;
  if (tag === undefined) return undefined;
  return /^und(-|$)/.test(tag) || new Intl.Locale(tag).baseName !== tag ? undefined : tag;
}

/** JSON can name a key `__proto__`, which zod would pass over in silence. */
function isOwnObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !Object.hasOwn(value, "__proto__");
}
