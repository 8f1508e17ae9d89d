import { createReadStream } from "node:fs";
import { codeImport } from "@/lib/contracts/code-file";
import {
  type CodeImportCounts,
  type CodeImportEvent,
  type FailedRow,
  MAX_CODE_FILE_BYTES,
} from "@/lib/contracts/code-import";
import type { Separator } from "@/lib/domain/code-file";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { readCsv } from "@/lib/services/csv/read-csv";
import { keepUpload, type TemporaryFile } from "@/lib/services/csv/temporary-file";
import { parse } from "@/lib/services/parse";
import { failedRowsWriter } from "./failed-rows-csv";
import { FailedRowsStore } from "./failed-rows-store";
import { importCodes } from "./import-codes";
import type { RowProblem, RowResult } from "./row-result";

/** Rows that are told one by one; the file of failed rows has them all. */
const MOST_TOLD = 200;
/** Of a wrong cell, as much as tells which it is. */
const VALUE_TOLD = 200;

interface CodeFileInput {
  /** Removed at the end, however it ends. */
  file: TemporaryFile;
  settings: unknown;
  dryRun: boolean;
  /** Why a row failed, in the reader's language. */
  reasonOf: (problem: RowProblem) => string;
  /** Aborted when nobody listens any more: while an event is awaited, its teller cannot be closed. */
  signal: AbortSignal;
}

/**
 * Takes in a file of codes before anything is done with it: the import reads it inside of its transaction.
 * @throws AppError `forbidden`, before a byte is read; `payload_too_large`
 */
export async function receiveCodeFile(
  context: ServiceContext,
  upload: AsyncIterable<Uint8Array>,
): Promise<TemporaryFile> {
  authorize(context, "rewards:write");
  return keepUpload(upload, MAX_CODE_FILE_BYTES);
}

/**
 * Runs `importCodes` on a received file and tells of it while it runs; memory stays flat. An import whose teller is
 * closed early is taken back. The first event comes before anything is done.
 * @throws AppError what `importCodes` throws
 */
export async function* importCodeFile(
  context: ServiceContext,
  { file, settings, dryRun, reasonOf, signal }: CodeFileInput,
): AsyncGenerator<CodeImportEvent, void, undefined> {
  const failed = new FailedRowsStore(file.folder);
  const run = new Run(signal);
  try {
    const { layout } = parse(codeImport, settings);
    yield { kind: "progress", share: 0, ...run.counts };
    run.start(file, (bytes, { report, ...hooks }) =>
      importCodes(context, {
        file: bytes,
        settings,
        dryRun,
        ...hooks,
        report: (results) => {
          failed.add(results);
          report(results);
        },
      }),
    );
    yield* run.progress();
    const counts = await run.end;
    const header = layout.hasHeader ? await firstRow(file.path, layout.separator) : null;
    if (counts.failed > 0)
      yield* tellFailed(
        failed,
        failedRowsWriter({ separator: layout.separator, header, width: failed.width, reasonOf }),
      );
    yield { kind: "done", at: new Date(context.now).toISOString(), ...counts };
  } finally {
    await run.stop();
    failed.close();
    await file.remove();
  }
}

interface Hooks {
  report: (results: readonly RowResult[]) => void;
  onWait: () => void;
  signal: AbortSignal;
}

/** An import on its way: what it has done so far, told whenever there is more of it. */
class Run {
  readonly counts: CodeImportCounts = { rows: 0, changed: 0, unchanged: 0, failed: 0 };
  end: Promise<CodeImportCounts> = Promise.resolve(this.counts);
  #share = 0;
  #waits = false;
  #ended = false;
  readonly #stopped = new AbortController();
  readonly #signal: AbortSignal;
  #news = Promise.withResolvers<void>();

  constructor(signal: AbortSignal) {
    this.#signal = AbortSignal.any([signal, this.#stopped.signal]);
  }

  start(
    { path, bytes }: TemporaryFile,
    work: (file: AsyncIterable<Uint8Array>, hooks: Hooks) => Promise<CodeImportCounts>,
  ) {
    const stream = createReadStream(path);
    const report: Hooks["report"] = (results) => {
      for (const { outcome } of results) this.counts[outcome] += 1;
      this.counts.rows += results.length;
      this.#share = bytes === 0 ? 1 : stream.bytesRead / bytes;
      this.#news.resolve();
    };
    const onWait = () => {
      this.#waits = true;
      this.#news.resolve();
    };
    this.end = work(stream, { report, onWait, signal: this.#signal }).finally(() => {
      stream.destroy();
      this.#ended = true;
      this.#news.resolve();
    });
    // Whoever is told of it may be slow to ask.
    this.end.catch(() => {});
  }

  async *progress(): AsyncGenerator<CodeImportEvent, void, undefined> {
    for (;;) {
      await this.#news.promise;
      if (this.#ended) return;
      this.#news = Promise.withResolvers();
      yield this.#waits && this.counts.rows === 0
        ? { kind: "waiting" }
        : { kind: "progress", share: this.#share, ...this.counts };
    }
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.end.catch(() => {});
  }
}

async function firstRow(path: string, separator: Separator): Promise<string[] | null> {
  for await (const { cells } of readCsv(createReadStream(path), separator)) return cells;
  return null;
}

async function* tellFailed(
  failed: FailedRowsStore,
  write: (results: readonly RowResult[]) => string,
): AsyncGenerator<CodeImportEvent, void, undefined> {
  let told = 0;
  for await (const batch of failed.batches()) {
    const rows = batch.slice(0, MOST_TOLD - told).map(tell);
    told += rows.length;
    if (rows.length > 0) yield { kind: "failed", rows };
    yield { kind: "file", text: write(batch) };
  }
}

function tell({ line, problems }: RowResult): FailedRow {
  return {
    line,
    problems: problems.map(({ code, column, value, params }) => ({
      code,
      column,
      value: [...value.slice(0, VALUE_TOLD * 2)].slice(0, VALUE_TOLD).join(""),
      params,
    })),
  };
}
