import { type CodeFileLayout, guessColumns, guessSeparator, type Separator } from "@/lib/domain/code-file";
import { readCsv } from "@/lib/services/csv/read-csv";

const HEAD_BYTES = 65_536;
const SAMPLE_ROWS = 5;

export interface CodeFilePreview {
  layout: CodeFileLayout;
  /** The first row, whether or not it names the columns. */
  firstRow: string[];
  /** Some rows below the header. */
  sample: string[][];
}

/**
 * Guesses how a file of codes is to be read, from its beginning; `separator` when the reader has chosen one. What
 * cannot be told is left open in `layout.columns`.
 */
export async function previewCodeFile(file: Uint8Array, separator?: Separator): Promise<CodeFilePreview> {
  const head = file.subarray(0, HEAD_BYTES);
  const utf16 = head[0] === 0xff && head[1] === 0xfe;
  const chosen = separator ?? guessSeparator(new TextDecoder(utf16 ? "utf-16le" : "utf-8").decode(head));
  const rows: string[][] = [];
  for await (const { cells, broken } of readCsv(once(head), chosen)) {
    if (!broken) rows.push(cells);
    if (rows.length > SAMPLE_ROWS) break;
  }
  const [firstRow = [], ...others] = rows;
  const guessed = guessColumns(firstRow);
  const sample = guessed.hasHeader ? others : rows;
  return { layout: { separator: chosen, ...guessed }, firstRow, sample: sample.slice(0, SAMPLE_ROWS) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
