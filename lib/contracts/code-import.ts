import type { RowProblemCode } from "@/lib/domain/code-row";

/** The longest file of codes that is taken: 100,000 rows with room for columns that nobody needs. */
export const MAX_CODE_FILE_BYTES = 32 * 1024 * 1024;

/** How many rows of a file did what, or would do it. */
export interface CodeImportCounts {
  rows: number;
  changed: number;
  unchanged: number;
  failed: number;
}

/** A row that is left out, and everything that is wrong with it; columns count from 1, null is the whole row. */
export interface FailedRow {
  line: number;
  problems: {
    code: RowProblemCode;
    column: number | null;
    value: string;
    params: { line?: number; periods?: string };
  }[];
}

/**
 * What the console is told of an import while it runs, a line of JSON each. `share`: how much of the file is read, 0 to
 * 1. `waiting`: others change many rewards, so nothing has begun. `failed`: the first rows that are left out; `file`: a piece of the CSV file of all of them. `at`: the `updatedAt`
 * of every reward that it changed.
 */
export type CodeImportEvent =
  | ({ kind: "progress"; share: number } & CodeImportCounts)
  | { kind: "waiting" }
  | { kind: "failed"; rows: FailedRow[] }
  | { kind: "file"; text: string }
  | ({ kind: "done"; at: string } & CodeImportCounts);
