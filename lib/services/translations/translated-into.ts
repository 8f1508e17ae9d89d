import { textLanguage } from "@/lib/contracts/translations";
import { languageTag } from "@/lib/domain/language-tag";
import { invalidField } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";

/**
 * The canonical tag of a language to translate into.
 * @throws AppError `invalid_request` for what is no tag of a language of texts, or the program's default language
 */
export function translatedInto({ program }: ServiceContext, language: string): string {
  const tag = textLanguage(language);
  if (tag === undefined)
    throw invalidField("?language", "no_language", "language must be a BCP 47 tag, such as ar or pt-BR");
  if (tag === languageTag(program.defaultLanguage))
    throw invalidField("?language", "default_language", `language must not be ${tag}, in which the texts are written`);
  return tag;
}
