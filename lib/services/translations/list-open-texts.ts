import { countOpenTexts, listOpenTexts as fetchOpenTexts, type OpenText } from "@/db/queries/open-texts";
import { languageTag } from "@/lib/domain/language-tag";
import { invalidField } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";

export type { OpenText };

const PAGE = 100;

/**
 * The texts that are missing or outdated in a language, a campaign's together, a page of 100 from `offset` on.
 * @throws AppError `forbidden`; `invalid_request` for what is no language tag
 */
export async function listOpenTexts(
  context: ServiceContext,
  language: string,
  offset: number,
): Promise<{ texts: OpenText[]; nextOffset: number | null }> {
  authorize(context, "campaigns:read");
  const tag = languageTag(language);
  if (tag === undefined) throw invalidField("?language", "invalid_value", "language must be a BCP 47 tag, such as ar");
  const found = await fetchOpenTexts(context.scope, context.db, tag, { offset, limit: PAGE + 1 });
  const more = found.length > PAGE;
  return { texts: found.slice(0, PAGE), nextOffset: more ? offset + PAGE : null };
}

/**
 * How many texts are missing or outdated, for each further language of the program.
 * @throws AppError `forbidden`
 */
export async function countTextsByLanguage(
  context: ServiceContext,
): Promise<{ language: string; missing: number; outdated: number }[]> {
  authorize(context, "campaigns:read");
  const { scope, db, program } = context;
  const languages = program.languages.filter((language) => language !== program.defaultLanguage);
  return Promise.all(languages.map(async (language) => ({ language, ...(await countOpenTexts(scope, db, language)) })));
}
