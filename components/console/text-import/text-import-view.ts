/** A text that changes, or would. */
export interface TextChangeRow {
  line: number;
  /** What its record is called. */
  name: string | null;
  field: string;
  before: string | null;
  after: string;
}

/** A text that is left out, with the reason in the reader's language. */
export interface TextFailureRow {
  line: number;
  name: string | null;
  field: string;
  column: "id" | "field" | "source" | "translation" | null;
  value: string;
  reason: string;
}

/** What a file of texts does, or would do; of many changes and failures the first. */
export interface TextImportView {
  counts: { changed: number; unchanged: number; skipped: number; failed: number };
  changes: TextChangeRow[];
  failures: TextFailureRow[];
  /** All that was left out, as a CSV file with the reasons. */
  failedFile: string | null;
}
