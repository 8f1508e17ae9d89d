import type { Separator } from "@/lib/domain/code-file";
import { csvText } from "@/lib/services/csv/csv-text";
import type { RowResult } from "./row-result";

const REASON = "reason";

/**
 * The failed rows of an import as a CSV file of their own, with a column that says why: corrected, it can be imported
 * again as it is. `header` is the file's first row where that names the columns.
 */
export function failedRowsCsv(
  results: readonly RowResult[],
  { separator, header }: { separator: Separator; header: readonly string[] | null },
): string {
  const failed = results.filter(({ outcome }) => outcome === "failed");
  // A file that went through this once has the column already.
  const width =
    header && header.at(-1) === REASON
      ? header.length - 1
      : Math.max(header?.length ?? 0, ...failed.map(({ cells }) => cells.length));
  const line = (cells: readonly string[], last: string) => [
    ...Array.from({ length: width }, (_, position) => cells[position] ?? ""),
    last,
  ];
  const rows = failed.map(({ cells, problems }) => line(cells, problems.map(({ message }) => message).join(" ")));
  return csvText(header ? [line(header, REASON), ...rows] : rows, { withMark: true, separator });
}
