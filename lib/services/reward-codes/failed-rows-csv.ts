import type { Separator } from "@/lib/domain/code-file";
import { csvText } from "@/lib/services/csv/csv-text";
import type { RowProblem, RowResult } from "./row-result";

const REASON = "reason";

interface FailedRowsLayout {
  separator: Separator;
  /** The file's first row where that names the columns. */
  header: readonly string[] | null;
  /** Cells of the widest failed row. */
  width: number;
  /** In the reader's language; in English when left out. */
  reasonOf?: (problem: RowProblem) => string;
}

/**
 * Writes the failed rows of an import as a CSV file of their own, with a column that says why: corrected, it can be
 * imported again as it is. Answers the text of the next rows, whatever else is among the results.
 */
export function failedRowsWriter({ separator, header, width, reasonOf = inEnglish }: FailedRowsLayout) {
  // A file that went through this once has the column already.
  const cellsBefore = header?.at(-1) === REASON ? header.length - 1 : Math.max(header?.length ?? 0, width);
  const line = (cells: readonly string[], last: string) => [
    ...Array.from({ length: cellsBefore }, (_, position) => cells[position] ?? ""),
    last,
  ];
  let first = true;
  return (results: readonly RowResult[]): string => {
    const rows = results
      .filter(({ outcome }) => outcome === "failed")
      .map(({ cells, problems }) => line(cells, problems.map(reasonOf).join(" ")));
    const text = csvText(first && header ? [line(header, REASON), ...rows] : rows, { withMark: first, separator });
    first = false;
    return text;
  };
}

const inEnglish = ({ message }: RowProblem) => message;
