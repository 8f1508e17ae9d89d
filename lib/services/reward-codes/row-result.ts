import type { RowProblemCode } from "@/lib/domain/code-row";

/** What is wrong with a row: a code that the console translates with `params`, and the same in English. */
export interface RowProblem {
  code: RowProblemCode;
  /** Counted from 1; null where it is about the whole row. */
  column: number | null;
  value: string;
  params: { line?: number; periods?: string };
  message: string;
}

/** What a row did, or would do. */
export interface RowResult {
  line: number;
  cells: readonly string[];
  outcome: "changed" | "unchanged" | "failed";
  rewardId: string | null;
  problems: RowProblem[];
}

const MESSAGES: Readonly<Record<RowProblemCode, string>> = {
  csv_broken: "A quote is opened here and never closed, so the rest of the file was not read.",
  unreadable: "This is not readable text: save the file as UTF-8.",
  code_missing: "The code is missing.",
  code_invalid: "A code has 1 to 256 characters.",
  expiry_invalid: "An expiry is a day, such as 2026-12-31, or a time with offset, such as 2026-12-31T20:00:00+01:00.",
  reward_id_missing: "The id of the reward is missing.",
  reward_id_invalid: "This is no id of a reward: ids look like 0197c1a2-7b1e-7c3a-9f00-3b2d8a1c4e5f.",
  member_missing: "The member is missing.",
  milestone_missing: "The milestone is missing.",
  member_not_found: "The program has no member with this external id.",
  milestone_not_found: "The program has no milestone with this name or id.",
  reward_not_found: "There is no such reward.",
  reward_ambiguous: "The member has several rewards of this milestone ({periods} and so on): name the period.",
  reward_repeated: "Line {line} is about the same reward, and says something else.",
  code_repeated: "Line {line} has the same code for another reward.",
  code_taken: "Another reward has this code already.",
  has_other_code: "The reward has another code already.",
  redeemed: "The reward is redeemed.",
  expiry_not_after_issue: "The reward would expire before it is issued.",
  no_reward_left: "No reward is left that waits for a code.",
};

export function rowProblem(
  code: RowProblemCode,
  { column = null, value = "", ...params }: { column?: number | null; value?: string } & RowProblem["params"] = {},
): RowProblem {
  const message = MESSAGES[code].replace(/\{(line|periods)\}/g, (_, name: "line" | "periods") => String(params[name]));
  return { code, column: column === null ? null : column + 1, value, params, message };
}
