import { NEEDED_TEXT_COLUMNS } from "@/lib/contracts/text-file";
import { csvText } from "@/lib/services/csv/csv-text";
import type { TextProblem, TextResult } from "./text-result";

/**
 * The texts that were not taken as a CSV file of their own, with a column that says why: corrected, it can be imported
 * again as it is. What stands behind an unclosed quote was not read and is not in it.
 */
export function failedTextsCsv(
  results: readonly TextResult[],
  reasonOf: (problem: TextProblem) => string = ({ message }) => message,
): string {
  const rows = results.flatMap(({ slug, id, field, source, after, problem }) =>
    problem && problem.code !== "csv_broken" ? [[slug, id, field, source, after, reasonOf(problem)]] : [],
  );
  return csvText([[...NEEDED_TEXT_COLUMNS, "reason"], ...rows], { withMark: true });
}
