import type { Tx } from "@/db/client";
import type { ListQuery } from "@/db/queries/list";
import {
  countCodeHolders,
  findReferencedRewards,
  lockRewardLogsByIds,
  lockWaitingRewards,
} from "@/db/queries/reward-codes";
import type { RewardLogEdit } from "@/db/queries/reward-log-sets";
import { codeCells } from "@/lib/contracts/code-file";
import type { RowProblemCode } from "@/lib/domain/code-row";
import type { ServiceContext } from "@/lib/services/context";
import type { CodeRow } from "./read-row";

/** Which reward a row is about, or why that cannot be told. */
export type Target = { id: string } | { code: RowProblemCode; periods?: string };

/** What the rows of a chunk are about, as the database has it; the decisions on the rows keep it up to date. */
export interface ChunkState {
  targets: Map<CodeRow, Target>;
  /** Locked: those that rows name, or those that wait. */
  rewards: Map<string, RewardLogEdit>;
  /** The rewards that wait for a code, the oldest first. */
  waiting: RewardLogEdit[];
  /** How many rewards have a code, and how many of them are among those that codes are handed out to. */
  holders: Map<string, { all: number; matching: number }>;
}

/** Which rewards codes are handed out to: those of `filter` that wait; `lasting` matches them afterwards, too. */
export interface HandOut {
  filter: ListQuery;
  lasting: ListQuery;
}

/** Loads what a chunk of rows needs, in a constant number of statements. */
export async function findTargets(
  context: ServiceContext,
  tx: Tx,
  rows: readonly CodeRow[],
  handOut: HandOut,
): Promise<ChunkState> {
  const { scope, now } = context;
  const targets = await resolve(context, tx, rows);
  const ids = [...targets.values()].flatMap((target) => ("id" in target ? [target.id] : []));
  const locked = await lockRewardLogsByIds(scope, tx, [...new Set(ids)]);
  const open = rows.filter(({ target }) => target.kind === "any").length;
  const waiting = open === 0 ? [] : await lockWaitingRewards(scope, tx, { ...handOut.filter, limit: open }, now);
  const codes = [...new Set(rows.map(({ couponCode }) => couponCode))];
  const holders = await countCodeHolders(scope, tx, codes, handOut.lasting, now);
  return {
    targets,
    rewards: new Map(locked.map((reward) => [reward.id, reward])),
    waiting,
    holders: new Map(holders.map(({ code, all, matching }) => [code, { all, matching }])),
  };
}

async function resolve({ scope }: ServiceContext, tx: Tx, rows: readonly CodeRow[]): Promise<Map<CodeRow, Target>> {
  const targets = new Map<CodeRow, Target>();
  const references = rows.flatMap((row, position) => {
    if (row.target.kind === "id") targets.set(row, { id: row.target.id });
    if (row.target.kind !== "member") return [];
    const { member, milestone, period } = row.target;
    const milestoneId = codeCells.rewardId.safeParse(milestone).data ?? null;
    return [{ row: position, member, milestone, milestoneId, period, code: row.couponCode }];
  });
  if (references.length === 0) return targets;
  for (const found of await findReferencedRewards(scope, tx, references)) {
    const row = rows[found.row];
    if (row) targets.set(row, targetOf(found));
  }
  return targets;
}

function targetOf(found: Awaited<ReturnType<typeof findReferencedRewards>>[number]): Target {
  const { memberFound, milestoneFound, holder, rewards } = found;
  if (!memberFound) return { code: "member_not_found" };
  if (!milestoneFound) return { code: "milestone_not_found" };
  // A reward that has the code already is meant: the same file again finds it, whatever was earned since.
  if (holder !== null) return { id: holder };
  const [reward, another] = rewards;
  if (!reward) return { code: "reward_not_found" };
  if (another) return { code: "reward_ambiguous", periods: `${reward.periodKey}, ${another.periodKey}` };
  return { id: reward.id };
}
