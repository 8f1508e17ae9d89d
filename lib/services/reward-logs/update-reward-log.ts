import { findRewardLogForUpdate, updateRewardLog as writeRewardLog } from "@/db/queries/reward-logs";
import { rewardLogUpdate } from "@/lib/contracts/reward-log";
import { decideRewardPatch } from "@/lib/domain/reward-state";
import { AppError } from "@/lib/errors";
import { recordReading } from "@/lib/services/icons/record-reading";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { iso } from "@/lib/services/wire";
import { presentRewardLog } from "./present-reward-log";
import { refusedPatch } from "./refused-patch";

interface RewardLogUpdate {
  id: string;
  patch: unknown;
  /** Its `updatedAt` as its author saw it; none: whatever it is by now. */
  seenAt?: string;
}

/**
 * Puts a code on a reward, dates it, redeems it: exactly the four editable fields (DOMAIN 2). The console's server
 * action and the PATCH operation both call this.
 * @throws AppError `forbidden`, `not_found`, `invalid_request`; `set_changed` when it is no longer as it was seen;
 *   `redeemed` or `not_issued` when its state refuses
 */
export const updateRewardLog = mutation(
  { scope: "rewards:write", slug: "reward_log", action: "update" },
  async (context, tx, { id, patch, seenAt }: RewardLogUpdate) => {
    const changes = parse(rewardLogUpdate, patch);
    const current = await findRewardLogForUpdate(context.scope, tx, id);
    if (!current) throw new AppError("not_found");
    if (seenAt !== undefined && seenAt !== iso(current.reward.updatedAt))
      throw new AppError("set_changed", {
        detail: "The reward was changed since it was seen, so nothing was done.",
        extra: { id },
      });
    const { couponCode, rewardIssuedAt, rewardExpiryAt, rewardRedeemedAt } = current.reward;
    const decided = decideRewardPatch(
      { couponCode, rewardIssuedAt, rewardExpiryAt, rewardRedeemedAt },
      changes,
      context.now,
    );
    if ("refusal" in decided) throw refusedPatch(decided.refusal);

    const reward = await writeRewardLog(context.scope, tx, id, { ...decided.fields, updatedAt: context.now });
    if (!reward) throw new AppError("not_found");
    const reading = await recordReading(context, tx, [current.milestone]);
    const after = presentRewardLog({ reward, milestone: current.milestone }, context.now, reading);
    return { recordId: id, before: presentRewardLog(current, context.now, reading), after, result: after };
  },
);
