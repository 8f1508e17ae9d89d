import { stringify } from "csv-stringify/sync";
import type { Separator } from "@/lib/domain/code-file";
import { disarmInside } from "./formulas";

export type Cells = readonly (string | number | null)[];

/**
 * Rows as CSV text, formulas disarmed: what a spreadsheet would run begins with a quote. `withMark` begins it with the
 * byte order mark by which spreadsheets tell UTF-8.
 */
export function csvText(
  rows: readonly Cells[],
  { withMark = false, separator = "," }: { withMark?: boolean; separator?: Separator } = {},
): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === "string" ? disarmInside(cell) : cell))),
    {
      delimiter: separator,
      record_delimiter: "\r\n",
      // The package quotes its own line end and separator only; whoever opens the file may split by others.
      quoted_match: /[,;\t\r\n]/,
      escape_formulas: true,
      bom: withMark,
    },
  );
}
