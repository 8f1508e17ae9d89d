import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { RowResult } from "./row-result";

const BATCH = 500;

/**
 * The failed rows of an import while it runs, on disk: they can be as many as the file has, and whoever is told of
 * them may read slowly.
 */
export class FailedRowsStore {
  readonly #path: string;
  readonly #file: number;
  /** Cells of the widest row. */
  width = 0;

  constructor(folder: string) {
    this.#path = join(folder, "failed");
    this.#file = openSync(this.#path, "w");
  }

  /** Takes those of the results that failed, at once: an import waits for nobody. */
  add(results: readonly RowResult[]): void {
    const failed = results.filter(({ outcome }) => outcome === "failed");
    if (failed.length === 0) return;
    this.width = Math.max(this.width, ...failed.map(({ cells }) => cells.length));
    writeSync(this.#file, failed.map((result) => `${JSON.stringify(result)}\n`).join(""));
  }

  /** All of them in order, some at a time. */
  async *batches(): AsyncGenerator<RowResult[], void, undefined> {
    let rest = "";
    let batch: RowResult[] = [];
    // By its own line ends alone: a cell may hold what others take for one, such as U+2028.
    for await (const piece of createReadStream(this.#path, "utf8")) {
      const lines = `${rest}${piece}`.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        batch.push(JSON.parse(line) as RowResult);
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  }

  close(): void {
    closeSync(this.#file);
  }
}
