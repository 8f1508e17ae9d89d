import { type RewardLogEdit, updateRewardLogs as writeRewardLogs } from "@/db/queries/reward-log-sets";
import type { CodeFileLayout } from "@/lib/domain/code-file";
import { type CodeRules, decideCode, type RowProblemCode } from "@/lib/domain/code-row";
import type { EpochMs } from "@/lib/domain/period";
import { bulkMutation } from "@/lib/services/mutation";
import { presentEdit } from "@/lib/services/reward-logs/present-edit";
import { type ChunkState, findTargets, type HandOut } from "./find-targets";
import type { CodeRow } from "./read-row";
import { type RowProblem, type RowResult, rowProblem } from "./row-result";

/** What earlier rows of the file did: it grows by a code and a line per row, and by nothing else. */
export interface Earlier {
  codes: Map<string, { line: number; times: number }>;
  rewards: Map<string, number>;
}

export interface Chunk {
  rows: readonly CodeRow[];
  earlier: Earlier;
  rules: CodeRules;
  handOut: HandOut;
  columns: CodeFileLayout["columns"];
}

type Decided = { before: RewardLogEdit; after: RewardLogEdit };

/**
 * Gives the codes of a chunk of rows, each as if it were the only one: what one row did, the next one finds.
 * @returns a result for each row, in order
 */
export const giveCodes = bulkMutation(
  { scope: "rewards:write", slug: "reward_log", action: "update" },
  async (context, tx, chunk: Chunk) => {
    const { scope, now } = context;
    const state = await findTargets(context, tx, chunk.rows, chunk.handOut);
    const decided: Decided[] = [];
    const results = chunk.rows.map((row) => {
      const { outcome, rewardId, problem, change } = decideRow(row, chunk, state, now);
      if (change) decided.push(change);
      return { line: row.line, cells: row.cells, outcome, rewardId, problems: problem ? [problem] : [] };
    });
    if (decided.length > 0)
      await writeRewardLogs(
        scope,
        tx,
        decided.map(({ after }) => after),
        now,
      );
    return {
      changes: decided.map(({ before, after }) => ({
        recordId: after.id,
        before: presentEdit(before, now),
        after: presentEdit(after, now),
      })),
      result: results,
    };
  },
);

interface RowDecision {
  outcome: RowResult["outcome"];
  rewardId: string | null;
  problem?: RowProblem;
  change?: Decided;
}

function decideRow(row: CodeRow, chunk: Chunk, state: ChunkState, now: EpochMs): RowDecision {
  const { earlier, rules, columns } = chunk;
  const fail = (code: RowProblemCode, params: RowProblem["params"] = {}): RowDecision => {
    const about = COLUMN_OF[code] ?? "couponCode";
    const column = columns[about] ?? null;
    const problem = rowProblem(code, { column, value: row.cells[column ?? -1] ?? "", ...params });
    return { outcome: "failed", rewardId: null, problem };
  };
  if (row.target.kind === "any") return handOut(row, chunk, state, now, fail);

  const target = state.targets.get(row) ?? { code: "reward_not_found" as const };
  if ("code" in target) return fail(target.code, target.periods === undefined ? {} : { periods: target.periods });
  const reward = state.rewards.get(target.id);
  if (!reward) return fail("reward_not_found");
  const holders = state.holders.get(row.couponCode)?.all ?? 0;
  const others = holders - (reward.couponCode === row.couponCode ? 1 : 0);
  const decision = decideCode(reward, row, others > 0, rules, now);
  if (decision.outcome === "unchanged") return done(row, reward, null, chunk, state);
  const sameReward = earlier.rewards.get(reward.id);
  if (sameReward !== undefined) return fail("reward_repeated", { line: sameReward });
  const sameCode = earlier.codes.get(row.couponCode);
  if (sameCode !== undefined && !rules.shareCodes) return fail("code_repeated", { line: sameCode.line });
  if (decision.outcome === "failed") return fail(decision.code);
  return done(row, reward, { id: reward.id, ...decision.fields }, chunk, state);
}

/** Columns that problems found in the database are about, where it is not the code's. */
const COLUMN_OF: Partial<Record<RowProblemCode, keyof CodeFileLayout["columns"]>> = {
  member_not_found: "memberExternalId",
  milestone_not_found: "milestone",
  reward_ambiguous: "periodKey",
  reward_not_found: "rewardId",
  reward_repeated: "rewardId",
  expiry_not_after_issue: "rewardExpiryAt",
};

/** A code for whoever waits longest. One that a reward of these has already was handed out before. */
function handOut(
  row: CodeRow,
  chunk: Chunk,
  state: ChunkState,
  now: EpochMs,
  fail: (code: RowProblemCode, params?: RowProblem["params"]) => RowDecision,
): RowDecision {
  const { earlier, rules } = chunk;
  const sameCode = earlier.codes.get(row.couponCode);
  if (sameCode !== undefined && !rules.shareCodes) return fail("code_repeated", { line: sameCode.line });
  const holders = state.holders.get(row.couponCode) ?? { all: 0, matching: 0 };
  // Shared, the third row with a code is for the third reward that has it.
  if (holders.matching > (sameCode?.times ?? 0)) {
    note(earlier, row);
    return { outcome: "unchanged", rewardId: null };
  }
  const [reward] = state.waiting;
  const decision = reward && decideCode(reward, row, holders.all > 0, rules, now);
  if (holders.all > 0 && !rules.shareCodes) return fail("code_taken");
  if (!reward || decision?.outcome === "unchanged") return fail("no_reward_left");
  if (decision?.outcome !== "changed") return fail(decision?.code ?? "no_reward_left");
  state.waiting.shift();
  return done(row, reward, { id: reward.id, ...decision.fields }, chunk, state);
}

/** Keeps in mind what a row did, for the rows behind it. */
function done(
  row: CodeRow,
  before: RewardLogEdit,
  after: RewardLogEdit | null,
  { earlier }: Chunk,
  { rewards, holders }: ChunkState,
): RowDecision {
  note(earlier, row);
  earlier.rewards.set(before.id, earlier.rewards.get(before.id) ?? row.line);
  if (after === null) return { outcome: "unchanged", rewardId: before.id };
  rewards.set(after.id, after);
  count(holders, before.couponCode, after.couponCode === before.couponCode ? 0 : -1);
  count(holders, after.couponCode, after.couponCode === before.couponCode ? 0 : 1);
  return { outcome: "changed", rewardId: after.id, change: { before, after } };
}

function note({ codes }: Earlier, { couponCode, line }: CodeRow): void {
  const known = codes.get(couponCode);
  codes.set(couponCode, { line: known?.line ?? line, times: (known?.times ?? 0) + 1 });
}

function count(holders: ChunkState["holders"], code: string | null, by: number): void {
  if (code === null || by === 0) return;
  const held = holders.get(code) ?? { all: 0, matching: 0 };
  holders.set(code, { all: held.all + by, matching: held.matching + by });
}
