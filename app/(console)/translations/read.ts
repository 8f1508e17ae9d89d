import { loadOpenTextState } from "@/components/console/translations/open-text-state";
import { type OpenTextsView, TEXT_FIELDS } from "@/components/console/translations/open-texts-view";
import { invalidField } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { countTextsByLanguage, listOpenTexts } from "@/lib/services/translations/list-open-texts";

/** The open texts of the language that the address names, else of the one that lacks most. */
export async function readOpenTexts(context: ServiceContext, query: URLSearchParams): Promise<OpenTextsView> {
  const state = loadOpenTextState(query);
  const counted = await countTextsByLanguage(context);
  const offered = counted.map(({ language, missing, outdated }) => ({ language, open: missing + outdated }));
  const [most] = offered.toSorted((a, b) => b.open - a.open);
  const language = state.language ?? most?.language ?? null;
  const strange = language !== null && !offered.some((known) => known.language === language);
  const languages = strange ? [...offered, { language, open: null }] : offered;
  if (language === null) return { language, languages, texts: [], nextCursor: null };
  const { texts, nextOffset } = await listOpenTexts(context, language, offsetOf(state.after));
  return {
    language,
    languages,
    texts: texts.map((text) => ({ ...text, field: fieldOf(text.field) })),
    nextCursor: nextOffset === null ? null : String(nextOffset),
  };
}

function offsetOf(after: string | null): number {
  if (after === null) return 0;
  if (/^\d{1,6}$/.test(after)) return Number(after);
  throw invalidField("?after", "invalid_value", "after is no place in this list");
}

function fieldOf(name: string) {
  const field = TEXT_FIELDS.find((known) => known === name);
  if (!field) throw new Error(`${name} is no text`);
  return field;
}
