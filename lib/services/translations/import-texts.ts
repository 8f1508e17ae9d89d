import { type Db, type Tx, transaction } from "@/db/client";
import { lockParents } from "@/db/queries/parents";
import { MAX_LANGUAGES } from "@/lib/contracts/translations";
import { unknownVariables } from "@/lib/domain/template";
import { isOutdated } from "@/lib/domain/translations";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { findTexts, type TextRecord, textRecordKey } from "./find-texts";
import { readTextFile, type TextRow } from "./read-text-file";
import { type TextProblem, type TextResult, textProblem } from "./text-result";
import { translatedInto } from "./translated-into";

export interface TextImportInput {
  file: Uint8Array;
  language: string;
  /** Judges all of it and reports it, and writes nothing. */
  dryRun: boolean;
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
  const groups = byRecord(await readTextFile(input.file, language));
  const judged = input.dryRun
    ? await judgeRecords(context, context.db, groups, language)
    : await transaction(context.db, (tx) => takeRecords({ ...context, db: tx }, tx, groups, language));
  return judged.flatMap(({ results }) => results).sort((a, b) => a.line - b.line);
}

/** Rows of one record together. */
function byRecord(rows: readonly TextRow[]): RecordRows[] {
  const groups = new Map<string, RecordRows>();
  for (const row of rows) {
    const key = textRecordKey(row);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { key, slug: row.slug, id: row.id, rows: [row] });
  }
  return [...groups.values()];
}

interface RecordRows {
  key: string;
  slug: string;
  id: string;
  rows: TextRow[];
}

interface JudgedRecord extends RecordRows {
  record: TextRecord | undefined;
  /** By field, what is to be written. */
  texts: ReadonlyMap<string, { line: number; text: string }>;
  results: TextResult[];
}

/**
 * Writes what changes. Only the parents of that are locked, whose ingests wait as they do for a single save; what
 * somebody saved before the lock was ours is read again.
 */
async function takeRecords(context: ServiceContext, tx: Tx, groups: RecordRows[], language: string) {
  const judged = await judgeRecords(context, tx, groups, language);
  const changing = judged.filter(({ texts }) => texts.size > 0);
  const parents = changing.flatMap(({ record }) => (record ? [record.parentId] : []));
  await lockParents(context.scope, tx, parents);
  const locked = await judgeRecords(context, tx, changing, language);
  for (const { record, texts } of locked) if (record && texts.size > 0) await write(context, record, texts, language);
  return [...judged.filter(({ texts }) => texts.size === 0), ...locked];
}

/** By the one service that changes the record, with the one entry in the audit trail. */
async function write(context: ServiceContext, record: TextRecord, texts: JudgedRecord["texts"], language: string) {
  const given = Object.fromEntries([...texts].map(([field, { text }]) => [field, text]));
  await record.update(context, { id: record.id, patch: { translations: { [language]: given } } });
}

async function judgeRecords(
  context: ServiceContext,
  db: Db | Tx,
  groups: readonly RecordRows[],
  language: string,
): Promise<JudgedRecord[]> {
  const records = await findTexts(context, db, groups);
  return groups.map(({ key, slug, id, rows }) => judgeRecord({ key, slug, id, rows }, records.get(key), language));
}

function judgeRecord(group: RecordRows, record: TextRecord | undefined, language: string): JudgedRecord {
  const texts = new Map<string, { line: number; text: string }>();
  const results = group.rows.map((row): TextResult => {
    const judged = judge(row, record, language, texts);
    if (judged === "changed") texts.set(row.field, { line: row.line, text: row.translation });
    const known =
      typeof judged === "string" ? { outcome: judged, problem: null } : { outcome: "failed" as const, problem: judged };
    const { line, slug, id, field, source, translation: after } = row;
    const before = record?.translations[language]?.[field]?.text ?? null;
    return { line, slug, id, field, name: record?.name ?? null, source, before, after, ...known };
  });
  return { ...group, record, texts, results };
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
  return wrongText(row, record, language) ?? tooManyLanguages(record, language) ?? "changed";
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
  return textProblem("text_invalid", about);
}

function tooManyLanguages({ translations }: TextRecord, language: string): TextProblem | null {
  const languages = Object.keys(translations);
  if (languages.includes(language) || languages.length < MAX_LANGUAGES) return null;
  return textProblem("too_many_languages", { value: language, max: MAX_LANGUAGES });
}

/** As a text comes back through a spreadsheet: with other line ends, and trimmed. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/, "");
}
