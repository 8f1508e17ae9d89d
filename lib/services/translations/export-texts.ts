import { type AnyText, listOpenTexts as fetchOpenTexts, listTexts as fetchTexts } from "@/db/queries/open-texts";
import { TEXT_COLUMNS, type TextFileRequest } from "@/lib/contracts/text-file";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { csvText } from "@/lib/services/csv/csv-text";
import { translatedInto } from "./translated-into";

const PAGE = 500;

const row = (text: AnyText) => ({
  slug: text.slug,
  id: text.recordId,
  field: text.field,
  name: text.name,
  state: text.state,
  source: text.source,
  translation: text.translation ?? "",
});

/**
 * The texts that are missing or outdated in a language, or all of them, as a file for a translator, in pieces: JSON or
 * CSV, each text with what it is to be translated from and what it says so far.
 * @throws AppError `forbidden`; `invalid_request` for what is no language to translate into
 */
export async function exportTexts(
  context: ServiceContext,
  language: string,
  { format, which }: Pick<TextFileRequest, "format" | "which">,
): Promise<AsyncGenerator<string, void, undefined>> {
  authorize(context, "campaigns:read");
  const tag = translatedInto(context, language);
  const texts = pages(context, tag, which === "all" ? fetchTexts : fetchOpenTexts);
  return format === "csv" ? asCsv(texts) : asJson(texts, tag);
}

async function* pages(
  { scope, db }: ServiceContext,
  tag: string,
  fetch: typeof fetchTexts,
): AsyncGenerator<AnyText[], void, undefined> {
  // Behind the last text and not by offset: one that is saved meanwhile would make another one be passed over.
  for (let after: AnyText | null = null; ; ) {
    const texts: AnyText[] = await fetch(scope, db, tag, { after, limit: PAGE });
    yield texts;
    if (texts.length < PAGE) return;
    after = texts.at(-1) ?? null;
  }
}

async function* asCsv(texts: AsyncIterable<AnyText[]>): AsyncGenerator<string, void, undefined> {
  yield csvText([TEXT_COLUMNS], { withMark: true });
  for await (const page of texts) {
    const rows = page.map(row).map((one) => TEXT_COLUMNS.map((column) => one[column]));
    if (rows.length > 0) yield csvText(rows);
  }
}

async function* asJson(texts: AsyncIterable<AnyText[]>, language: string): AsyncGenerator<string, void, undefined> {
  yield `{\n"language": ${JSON.stringify(language)},\n"texts": [`;
  let separator = "\n";
  for await (const page of texts)
    for (const text of page) {
      yield separator + JSON.stringify(row(text), null, 1);
      separator = ",\n";
    }
  yield "\n]\n}\n";
}
