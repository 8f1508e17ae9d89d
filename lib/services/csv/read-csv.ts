import { once } from "node:events";
import { CsvError, type Parser, parse } from "csv-parse";
import type { Separator } from "@/lib/domain/code-file";
import { withoutQuotes } from "./formulas";

/** A record longer than this is no row: a quote was opened and never closed. */
const MAX_RECORD_SIZE = 65_536;
const BLOCK_BYTES = 65_536;

/** One record of a CSV file. `broken`: from here on the file cannot be read, since a quote is never closed. */
export interface CsvRecord {
  /** Where it begins, counting from 1. */
  line: number;
  cells: string[];
  broken: boolean;
}

/**
 * Reads a CSV file record by record, empty lines left out: UTF-8 or UTF-16 with or without a byte order mark, any line
 * ends, quoted newlines. Cells come trimmed, and without the quotes that exports put before formulas.
 */
export async function* readCsv(
  file: AsyncIterable<Uint8Array>,
  separator: Separator,
): AsyncGenerator<CsvRecord, void, undefined> {
  const read: CsvRecord[] = [];
  let line = 1;
  const parser = parse({
    delimiter: separator,
    record_delimiter: "\n",
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD_SIZE,
    // Taken here and not from the stream, which drops what it holds when a later record is broken.
    on_record: (record: string[], { lines }) => {
      const cells = record.map((cell) => withoutQuotes(cell.trim()));
      if (cells.some((cell) => cell !== "")) read.push({ line, cells, broken: false });
      line = lines + 1;
      return null;
    },
  });
  // Whoever writes is told by the write itself.
  parser.on("error", () => {});
  try {
    for await (const text of unixLines(decode(file))) {
      await write(parser, text);
      yield* read.splice(0);
    }
    parser.resume().end();
    await once(parser, "end");
    yield* read.splice(0);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield* read.splice(0);
    yield { line, cells: [], broken: true };
  }
}

function write(parser: Parser, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

async function* decode(file: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | undefined;
  for await (const bytes of file)
    for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
      decoder ??= new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8");
      yield decoder.decode(bytes.subarray(at, at + BLOCK_BYTES), { stream: true });
    }
  yield decoder?.decode() ?? "";
}

/** Every line end as one character, so that lines are counted as an editor counts them. */
async function* unixLines(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let held = "";
  for await (const text of texts) {
    const whole = held + text;
    held = whole.endsWith("\r") ? "\r" : "";
    yield (held ? whole.slice(0, -1) : whole).replace(/\r\n?/g, "\n");
  }
  yield held && "\n";
}
