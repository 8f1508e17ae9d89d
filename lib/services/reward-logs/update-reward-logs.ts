import { lockRewardLogs, type RewardLogEdit, updateRewardLogs as writeRewardLogs } from "@/db/queries/reward-log-sets";
import { rewardLogUpdate } from "@/lib/contracts/reward-log";
import type { EpochMs } from "@/lib/domain/period";
import { decideRewardPatch, type RewardFields } from "@/lib/domain/reward-state";
import { AppError } from "@/lib/errors";
import { bulkMutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentEdit } from "./present-edit";
import { refusedPatch } from "./refused-patch";
import { type SeenSet, seenSet, selectionQuery } from "./select-reward-logs";

/** One change for all reward logs that a filter matches, held to the set that its author saw. */
export interface RewardLogsUpdate {
  /** As `filters` of the list; null: all. */
  filters: string | null;
  expected: SeenSet;
  patch: unknown;
}

/**
 * Changes the editable fields of every reward log that a filter matches: exactly the set that was seen, or none.
 * @returns how many were changed
 * @throws AppError `set_changed` when the filter matches others by now; `redeemed`, `not_issued` or `invalid_request`
 *   when one of them refuses; `forbidden`. Then nothing is changed.
 */
export const updateRewardLogs = bulkMutation(
  { scope: "rewards:write", slug: "reward_log", action: "update" },
  async (context, tx, { filters, expected, patch }: RewardLogsUpdate) => {
    const changes = parse(rewardLogUpdate, patch);
    const rows = await lockRewardLogs(context.scope, tx, selectionQuery(filters), context.now);
    const found = seenSet(rows.map(({ id }) => id));
    if (found.digest !== expected.digest)
      throw new AppError("set_changed", {
        detail: `The filter matched ${expected.count} rewards and matches ${found.count} by now, so nothing was changed.`,
        extra: { count: found.count },
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

function decide({ id, ...current }: RewardLogEdit, changes: Partial<RewardFields>, now: EpochMs): RewardLogEdit {
  const decided = decideRewardPatch(current, changes, now);
  if ("refusal" in decided) throw refusedPatch(decided.refusal, id);
  return { id, ...decided.fields };
}
