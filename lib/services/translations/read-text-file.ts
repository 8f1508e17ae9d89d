import { MAX_TEXT_FILE_BYTES, MAX_TEXTS, NEEDED_TEXT_COLUMNS, textFile } from "@/lib/contracts/text-file";
import { guessSeparator } from "@/lib/domain/code-file";
import { AppError, invalidField } from "@/lib/errors";
import { readCsv } from "@/lib/services/csv/read-csv";
import { parse } from "@/lib/services/parse";

const HEAD = 10_000;

/** A text as it comes back. `line` is that of the file, or in JSON the position among the texts, both from 1. */
export interface TextRow {
  line: number;
  slug: string;
  id: string;
  field: string;
  source: string;
  translation: string;
  /** The file cannot be read from here on. */
  broken: boolean;
}

/**
 * Reads a file of texts, JSON or CSV by what it begins with.
 * @throws AppError `invalid_request` for a file of another kind or language, or of too many texts; `payload_too_large`
 */
export async function readTextFile(file: Uint8Array, language: string): Promise<TextRow[]> {
  if (file.byteLength > MAX_TEXT_FILE_BYTES)
    throw new AppError("payload_too_large", { detail: `A file of texts has at most ${MAX_TEXT_FILE_BYTES} bytes.` });
  const text = decode(file);
  return text.trimStart().startsWith("{") ? readJson(text, language) : readTable(file, text);
}

/** A spreadsheet's older encodings would pass for texts whose letters are lost. */
function decode(file: Uint8Array): string {
  try {
    return new TextDecoder(file[0] === 0xff && file[1] === 0xfe ? "utf-16le" : "utf-8", { fatal: true }).decode(file);
  } catch {
    throw invalidField("/file", "not_unicode", "the file is not in UTF-8: save it as “CSV UTF-8”");
  }
}

function readJson(text: string, language: string): TextRow[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw invalidField("/file", "malformed_json", "the file begins as JSON and is none");
  }
  // Before each of them is looked at.
  if (countJson(json) > MAX_TEXTS) throw tooManyTexts();
  const read = parse(textFile, json);
  if (read.language !== language)
    throw invalidField("/language", "other_language", `the file is of ${read.language}, not of ${language}`);
  return read.texts.map((one, position) => ({ ...one, line: position + 1, broken: false }));
}

function countJson(json: unknown): number {
  const texts = typeof json === "object" && json !== null && "texts" in json ? json.texts : null;
  return Array.isArray(texts) ? texts.length : 0;
}

const tooManyTexts = () =>
  invalidField(
    "/file",
    "too_many_texts",
    `the file has more than ${MAX_TEXTS.toLocaleString("en")} texts: import it in parts`,
  );

async function readTable(file: Uint8Array, text: string): Promise<TextRow[]> {
  async function* once() {
    yield file;
  }
  const rows: TextRow[] = [];
  let columns: Record<(typeof NEEDED_TEXT_COLUMNS)[number], number> | undefined;
  for await (const { line, cells, broken } of readCsv(once(), guessSeparator(text.slice(0, HEAD)))) {
    const cell = (name: (typeof NEEDED_TEXT_COLUMNS)[number]) => cells[columns?.[name] ?? -1] ?? "";
    if (columns && !broken && rows.length === MAX_TEXTS) throw tooManyTexts();
    if (columns || broken)
      rows.push({
        line,
        slug: cell("slug"),
        id: cell("id"),
        field: cell("field"),
        source: cell("source"),
        translation: cell("translation"),
        broken,
      });
    else columns = positions(cells);
  }
  if (!columns) throw invalidField("/file", "empty", "the file is empty");
  return rows;
}

function positions(header: string[]): Record<(typeof NEEDED_TEXT_COLUMNS)[number], number> {
  const found = NEEDED_TEXT_COLUMNS.map((name) => [name, header.indexOf(name)] as const);
  const missing = found.filter(([, position]) => position < 0).map(([name]) => name);
  if (missing.length > 0)
    throw invalidField(
      "/file",
      "missing_columns",
      `the file has no column ${missing.join(", ")}: leave the header as it was`,
    );
  return Object.fromEntries(found) as ReturnType<typeof positions>;
}
