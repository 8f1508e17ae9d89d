import { codeCells, readExpiry } from "@/lib/contracts/code-file";
import { CODE_COLUMNS, type CodeColumn, type CodeFileLayout } from "@/lib/domain/code-file";
import type { GivenCode } from "@/lib/domain/code-row";
import type { CsvRecord } from "@/lib/services/csv/read-csv";
import { type RowProblem, rowProblem } from "./row-result";

/** The reward that a row names; `any`: none, so that the next that waits gets the code. */
export type RowTarget =
  | { kind: "id"; id: string }
  | { kind: "member"; member: string; milestone: string; period: string | null }
  | { kind: "any" };

/** A row whose cells are well-formed. */
export interface CodeRow extends GivenCode {
  line: number;
  cells: readonly string[];
  target: RowTarget;
}

type Columns = CodeFileLayout["columns"];

/** Reads a record by the layout; a day as an expiry ends in `zone`. Answers every cell that is wrong. */
export function readRow(
  record: CsvRecord,
  columns: Columns,
  zone: string,
): { row: CodeRow } | { problems: RowProblem[] } {
  if (record.broken) return { problems: [rowProblem("csv_broken")] };
  const cell = (column: CodeColumn) => record.cells[columns[column] ?? -1] ?? "";
  const problem = (code: Parameters<typeof rowProblem>[0], column: CodeColumn) =>
    rowProblem(code, { column: columns[column] ?? null, value: cell(column) });

  const unreadable = CODE_COLUMNS.filter((column) => /[\0\uFFFD]/.test(cell(column)));
  if (unreadable.length > 0) return { problems: unreadable.map((column) => problem("unreadable", column)) };

  const problems: RowProblem[] = [];
  const couponCode = cell("couponCode");
  if (couponCode === "") problems.push(problem("code_missing", "couponCode"));
  else if (!codeCells.couponCode.safeParse(couponCode).success) problems.push(problem("code_invalid", "couponCode"));
  const expiry = cell("rewardExpiryAt") === "" ? null : readExpiry(cell("rewardExpiryAt"), zone);
  if (expiry === undefined) problems.push(problem("expiry_invalid", "rewardExpiryAt"));
  const target = readTarget(columns, cell, (code, column) => problems.push(problem(code, column)));
  if (problems.length > 0) return { problems };
  return { row: { line: record.line, cells: record.cells, couponCode, rewardExpiryAt: expiry ?? null, target } };
}

function readTarget(
  columns: Columns,
  cell: (column: CodeColumn) => string,
  refuse: (code: Parameters<typeof rowProblem>[0], column: CodeColumn) => void,
): RowTarget {
  if (columns.rewardId !== undefined) {
    const id = codeCells.rewardId.safeParse(cell("rewardId")).data;
    if (id === undefined) refuse(cell("rewardId") === "" ? "reward_id_missing" : "reward_id_invalid", "rewardId");
    return { kind: "id", id: id ?? "" };
  }
  if (columns.memberExternalId === undefined) return { kind: "any" };
  const [member, milestone] = [cell("memberExternalId"), cell("milestone")];
  if (member === "") refuse("member_missing", "memberExternalId");
  if (milestone === "") refuse("milestone_missing", "milestone");
  return { kind: "member", member, milestone, period: cell("periodKey") || null };
}
