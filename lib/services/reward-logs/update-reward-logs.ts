import type { Tx } from "@/db/client";
import type { ListQuery } from "@/db/queries/list";
import {
  type LockedRewardLog,
  listRewardLogIds,
  lockRewardLogs,
  type RewardLogEdit,
  updateRewardLogs as writeRewardLogs,
} from "@/db/queries/reward-log-sets";
import { rewardLogUpdate } from "@/lib/contracts/reward-log";
import type { EpochMs } from "@/lib/domain/period";
import { decideRewardPatch, type RewardFields } from "@/lib/domain/reward-state";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { bulkMutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { iso } from "@/lib/services/wire";
import { inTurn, takeTurn } from "./change-turn";
import { presentEdit } from "./present-edit";
import { refusedPatch } from "./refused-patch";
import { type SeenSet, seenSet, selectionQuery } from "./select-reward-logs";

/** Longest wait for an import of codes, or for another change of many. */
const PATIENCE_MS = 10_000;

/** One change for all reward logs that a filter matches, held to the set that its author saw. */
export interface RewardLogsUpdate {
  /** As `filters` of the list; null: all. */
  filters: string | null;
  expected: SeenSet;
  /** By id, the `updatedAt` that each was seen with; none: a filter says what was seen of them. */
  seenAt?: ReadonlyMap<string, string>;
  patch: unknown;
}

/** Rewards that were picked one by one, each as its author saw it. */
interface PickedUpdate {
  rewards: readonly { id: string; updatedAt: string }[];
  patch: unknown;
}

/**
 * Changes the editable fields of every reward log that a filter matches: exactly the set that was seen, or none.
 * @returns how many were changed
 * @throws AppError `set_changed` when the filter matches others by now; `redeemed`, `not_issued` or `invalid_request`
 *   when one of them refuses; `in_progress` or `conflict` when others change many; `forbidden`. Then nothing is changed.
 */
export async function updateRewardLogs(context: ServiceContext, update: RewardLogsUpdate): Promise<number> {
  authorize(context, "rewards:write");
  if (isOne(update)) return change(context, update);
  return inTurn(context, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => change(context, update));
}

/**
 * Changes the editable fields of picked reward logs: all of them as they were seen, or none.
 * @returns how many were changed
 * @throws AppError `set_changed` when one of them was changed since; the others as `updateRewardLogs`
 */
export async function updatePickedRewardLogs(
  context: ServiceContext,
  { rewards, patch }: PickedUpdate,
): Promise<number> {
  const seenAt = new Map(rewards.map(({ id, updatedAt }) => [id, updatedAt]));
  const ids = [...seenAt.keys()].sort();
  const filters = JSON.stringify({ fieldSlug: "id", operator: "in", value: ids });
  return updateRewardLogs(context, { filters, expected: seenSet(ids), seenAt, patch });
}

/** A single row is locked by whoever changes it: that waits for nothing while it holds another, so it needs no turn. */
const isOne = ({ expected }: RewardLogsUpdate) => expected.count <= 1;

const change = bulkMutation(
  { scope: "rewards:write", slug: "reward_log", action: "update" },
  async (context, tx, update: RewardLogsUpdate) => {
    const { filters, expected, seenAt, patch } = update;
    const changes = parse(rewardLogUpdate, patch);
    const { rows, ids } = await lockSet(context, tx, selectionQuery(filters), isOne(update));
    const found = seenSet(ids);
    if (found.digest !== expected.digest || found.count !== rows.length)
      throw new AppError("set_changed", {
        detail: `The filter matched ${expected.count} rewards and matches ${found.count} by now, so nothing was changed.`,
        extra: { count: found.count },
      });
    const changed = rows.find(({ id, updatedAt }) => seenAt !== undefined && seenAt.get(id) !== iso(updatedAt));
    if (changed)
      throw new AppError("set_changed", {
        detail: "One of the rewards was changed since it was seen, so nothing was done.",
        extra: { id: changed.id },
      });
    const after = rows.map((row) => decide(row, changes, context.now));
    await writeRewardLogs(context.scope, tx, after, context.now);
    return {
      changes: rows.map((before, position) => ({
        recordId: before.id,
        before: presentEdit(before, context.now),
        after: presentEdit(after[position] ?? before, context.now),
      })),
      result: found.count,
    };
  },
);

/** The rewards to be changed, and the ids of all that match: one that is out for a single reward locks no more. */
async function lockSet({ scope, now }: ServiceContext, tx: Tx, query: ListQuery, one: boolean) {
  if (!one) {
    await takeTurn(scope, tx);
    const rows = await lockRewardLogs(scope, tx, query, now);
    return { rows, ids: rows.map(({ id }) => id) };
  }
  const rows = await lockRewardLogs(scope, tx, { ...query, limit: 1 }, now);
  return { rows, ids: await listRewardLogIds(scope, tx, query, now) };
}

function decide(
  { id, updatedAt: _, ...current }: LockedRewardLog,
  changes: Partial<RewardFields>,
  now: EpochMs,
): RewardLogEdit {
  const decided = decideRewardPatch(current, changes, now);
  if ("refusal" in decided) throw refusedPatch(decided.refusal, id);
  return { id, ...decided.fields };
}
