import { transaction } from "@/db/client";
import { codeImport } from "@/lib/contracts/code-file";
import { invalidField } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { type CsvRecord, readCsv } from "@/lib/services/csv/read-csv";
import { parse } from "@/lib/services/parse";
import { inTurn, takeTurn } from "@/lib/services/reward-logs/change-turn";
import { selectionQuery } from "@/lib/services/reward-logs/select-reward-logs";
import { type Earlier, giveCodes } from "./give-codes";
import { lastingFilter } from "./lasting-filter";
import { type CodeRow, readRow } from "./read-row";
import type { RowResult } from "./row-result";

/** Most rows of one file. */
const MAX_ROWS = 100_000;
const CHUNK = 1000;

export interface CodeImportInput {
  /** At hand, such as a file on disk: it is read inside of the transaction, which must not wait for a network. */
  file: AsyncIterable<Uint8Array>;
  /** As `codeImport` of lib/contracts. */
  settings: unknown;
  /** Does all of it, reports it, and takes it back. */
  dryRun: boolean;
  /** Told of every row, in order, some at a time; it must not wait for anything. */
  report(results: RowResult[]): void;
  /** Ends it, whether it waits or runs: nothing is changed. */
  signal?: AbortSignal;
  /** Told when it has to wait for another change of many rewards. */
  onWait?: () => void;
}

export interface CodeImportSummary {
  rows: number;
  changed: number;
  unchanged: number;
  failed: number;
}

/** Carries a dry run's summary out of its transaction, which it rolls back. */
class TakenBack extends Error {
  constructor(readonly summary: CodeImportSummary) {
    super("a dry run is taken back");
  }
}

/**
 * Puts the codes of a file on rewards: rows that fail are left out and reported, all others are in one transaction, so
 * that a file whose import is cut off did nothing. The same file again changes nothing (docs/decisions/code-files.md).
 * @throws AppError `forbidden`; `invalid_request` for wrong settings or a file of more than `MAX_ROWS` rows;
 *   `in_progress` when the signal ended its waiting, `conflict` when another change came between; the signal's reason
 */
export async function importCodes(context: ServiceContext, input: CodeImportInput): Promise<CodeImportSummary> {
  authorize(context, "rewards:write");
  const { layout, filters, ...rules } = parse(codeImport, input.settings);
  const filter = selectionQuery(filters);
  const handOut = { filter, lasting: { ...filter, filter: lastingFilter(filter.filter) } };
  const zone = context.program.timeZone ?? "UTC";
  const earlier: Earlier = { codes: new Map(), rewards: new Map() };
  const summary: CodeImportSummary = { rows: 0, changed: 0, unchanged: 0, failed: 0 };

  const run = (work: CsvRecord[], inner: ServiceContext) =>
    takeChunk(work, layout.columns, zone, (rows) =>
      giveCodes(inner, { rows, earlier, rules, handOut, columns: layout.columns }),
    );
  try {
    return await inTurn(context, input, () =>
      transaction(context.db, async (tx) => {
        await takeTurn(context.scope, tx);
        for await (const records of chunksOf(input.file, layout)) {
          const results = await run(records, { ...context, db: tx });
          for (const { outcome } of results) summary[outcome] += 1;
          summary.rows += results.length;
          if (summary.rows > MAX_ROWS)
            throw invalidField("/file", "too_many", `a file has at most ${MAX_ROWS} rows: import it in parts`);
          input.signal?.throwIfAborted();
          input.report(results);
        }
        if (input.dryRun) throw new TakenBack(summary);
        return summary;
      }),
    );
  } catch (error) {
    if (error instanceof TakenBack) return error.summary;
    throw error;
  }
}

async function* chunksOf(
  file: AsyncIterable<Uint8Array>,
  { separator, hasHeader }: { separator: Parameters<typeof readCsv>[1]; hasHeader: boolean },
): AsyncGenerator<CsvRecord[], void, undefined> {
  let chunk: CsvRecord[] = [];
  let header = hasHeader;
  for await (const record of readCsv(file, separator)) {
    if (!header || record.broken) chunk.push(record);
    header = false;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

/** Results in the order of the records: of those that cannot be read at once, of the others from `give`. */
async function takeChunk(
  records: CsvRecord[],
  columns: Parameters<typeof readRow>[1],
  zone: string,
  give: (rows: CodeRow[]) => Promise<RowResult[]>,
): Promise<RowResult[]> {
  const read = records.map((record) => readRow(record, columns, zone));
  const rows = read.flatMap((one) => ("row" in one ? [one.row] : []));
  const given = rows.length === 0 ? [] : await give(rows);
  return records.flatMap((record, position): RowResult[] => {
    const one = read[position];
    if (one && "problems" in one)
      return [{ line: record.line, cells: record.cells, outcome: "failed", rewardId: null, problems: one.problems }];
    const result = given.shift();
    return result ? [result] : [];
  });
}
