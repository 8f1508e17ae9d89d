import type { Separator } from "@/lib/domain/code-file";
import { csvText } from "@/lib/services/csv/csv-text";
import type { RowProblem, RowResult } from "./row-result";

/** By this name a file that went through this once is known again, so nobody else may use it. */
const REASON = "import reason";

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
  const headed = header?.length ?? 0;
  const kept = header?.at(-1) === REASON ? headed - 1 : headed;
  // In a row that is wider than the header nobody knows which cell is the old reason, so all of them stay.
  const cellsBefore = width > headed ? width : kept;
  const line = (cells: readonly string[], last: string) => {
    const own = cells.length > headed ? cells : cells.slice(0, kept);
    return [...Array.from({ length: cellsBefore }, (_, position) => own[position] ?? ""), last];
  };
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
