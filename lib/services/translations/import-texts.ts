import { type Tx, transaction } from "@/db/client";
import { unknownVariables } from "@/lib/domain/template";
import { isOutdated } from "@/lib/domain/translations";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { findTexts, type TextRecord } from "./find-texts";
import { readTextFile, type TextRow } from "./read-text-file";
import { type TextProblem, type TextResult, textProblem } from "./text-result";
import { translatedInto } from "./translated-into";

export interface TextImportInput {
  file: Uint8Array;
  language: string;
  /** Does all of it, reports it, and takes it back. */
  dryRun: boolean;
}

/** Carries a dry run's results out of its transaction, which it rolls back. */
class TakenBack extends Error {
  constructor(readonly results: TextResult[]) {
    super("a dry run is taken back");
  }
}

/**
 * Takes a translator's file back in: each text that can be taken is, all in one transaction; the others are reported.
 * A text whose source has changed since it went out is not taken, since it would pass for a translation of the new one.
 * The same file again changes nothing.
 * @returns a result for each text, in the order of the file
 * @throws AppError `forbidden`; `invalid_request` for a file or language that is none; `payload_too_large`
 */
export async function importTexts(context: ServiceContext, input: TextImportInput): Promise<TextResult[]> {
  authorize(context, "texts:write");
  const language = translatedInto(context, input.language);
  const rows = await readTextFile(input.file, language);
  try {
    return await transaction(context.db, async (tx) => {
      const results: TextResult[] = [];
      for (const group of byRecord(rows))
        results.push(...(await takeRecord({ ...context, db: tx }, tx, group, language)));
      results.sort((a, b) => a.line - b.line);
      if (input.dryRun) throw new TakenBack(results);
      return results;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.results;
    throw error;
  }
}

/** Rows of one record together, records in one order, so that two imports never wait for each other. */
function byRecord(rows: readonly TextRow[]): TextRow[][] {
  const groups = new Map<string, TextRow[]>();
  for (const row of rows) {
    const key = `${row.slug} ${row.id.toLowerCase()}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** The texts of one record, written by the one service that changes it, with the one entry in the audit trail. */
async function takeRecord(context: ServiceContext, tx: Tx, rows: TextRow[], language: string): Promise<TextResult[]> {
  const [{ slug, id } = { slug: "", id: "" }] = rows;
  const record = await findTexts(context, tx, slug, id);
  const texts = new Map<string, { line: number; text: string }>();
  const results = rows.map((row): TextResult => {
    const judged = judge(row, record, language, texts);
    if (judged === "changed") texts.set(row.field, { line: row.line, text: row.translation });
    const known =
      typeof judged === "string" ? { outcome: judged, problem: null } : { outcome: "failed" as const, problem: judged };
    const { line, slug, id, field, source, translation: after } = row;
    const before = record?.translations[language]?.[field]?.text ?? null;
    return { line, slug, id, field, name: record?.name ?? null, source, before, after, ...known };
  });
  if (!record || texts.size === 0) return results;
  const given = Object.fromEntries([...texts].map(([field, { text }]) => [field, text]));
  try {
    await record.update(context, { id: record.id, patch: { translations: { [language]: given } } });
    return results;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid_request") throw error;
    const problem = textProblem("text_invalid", { value: language, reason: error.message });
    return results.map((one) => (one.outcome === "changed" ? { ...one, outcome: "failed", problem } : one));
  }
}

function judge(
  row: TextRow,
  record: TextRecord | undefined,
  language: string,
  earlier: ReadonlyMap<string, { line: number; text: string }>,
): Exclude<TextResult["outcome"], "failed"> | TextProblem {
  if (row.broken) return textProblem("csv_broken", {});
  if (row.translation === "") return "skipped";
  if (!record) return textProblem("record_not_found", { column: "id", value: row.id });
  const source = record.sources.get(row.field);
  if (source === undefined) return textProblem("field_unknown", { column: "field", value: row.field });
  const same = earlier.get(row.field);
  if (same) return textProblem("text_repeated", { column: "field", value: row.field, line: same.line });
  const current = record.translations[language]?.[row.field];
  // First, so that a file that was taken in is good again, whatever became of the source since.
  if (current && plain(current.text) === plain(row.translation) && !isOutdated(current)) return "unchanged";
  if (plain(source ?? "") !== plain(row.source))
    return textProblem("source_changed", { column: "source", value: row.source, source: source ?? "" });
  return wrongText(row, record, language) ?? "changed";
}

function wrongText({ field, translation }: TextRow, { contract }: TextRecord, language: string): TextProblem | null {
  const about = { column: "translation", value: translation } as const;
  const parsed = contract.safeParse({ translations: { [language]: { [field]: translation } } });
  if (parsed.success) return null;
  const [variable] = unknownVariables(translation);
  if (variable && field === "eudMilestoneRewardInstructionMessage")
    return textProblem("unknown_variable", { ...about, name: variable.name, nearest: variable.nearest });
  const [issue] = parsed.error.issues;
  if (issue?.code === "custom" && issue.params?.["rule"] === "tooLong")
    return textProblem("text_too_long", { ...about, max: Number(issue.params["max"]) });
  return textProblem("text_invalid", { ...about, reason: issue?.message ?? "" });
}

/** As a text comes back through a spreadsheet: with other line ends, and trimmed. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/, "");
}
