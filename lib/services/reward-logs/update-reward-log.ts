import { findRewardLogForUpdate, updateRewardLog as writeRewardLog } from "@/db/queries/reward-logs";
import { rewardLogUpdate } from "@/lib/contracts/reward-log";
import { decideRewardPatch, type RewardRefusal } from "@/lib/domain/reward-state";
import { AppError, invalidField } from "@/lib/errors";
import { recordReading } from "@/lib/services/icons/record-reading";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentRewardLog } from "./present-reward-log";

/**
 * Puts a code on a reward, dates it, redeems it: exactly the four editable fields (DOMAIN 2). The console's server
 * action and the PATCH operation both call this.
 * @throws AppError `forbidden`, `not_found`, `invalid_request`; `redeemed` or `not_issued` when its state refuses
 */
export const updateRewardLog = mutation(
  { scope: "rewards:write", slug: "reward_log", action: "update" },
  async (context, tx, { id, patch }: { id: string; patch: unknown }) => {
    const changes = parse(rewardLogUpdate, patch);
    const current = await findRewardLogForUpdate(context.scope, tx, id);
    if (!current) throw new AppError("not_found");
    const { couponCode, rewardIssuedAt, rewardExpiryAt, rewardRedeemedAt } = current.reward;
    const decided = decideRewardPatch(
      { couponCode, rewardIssuedAt, rewardExpiryAt, rewardRedeemedAt },
      changes,
      context.now,
    );
    if ("refusal" in decided) throw refused(decided.refusal);

    const reward = await writeRewardLog(context.scope, tx, id, { ...decided.fields, updatedAt: context.now });
    if (!reward) throw new AppError("not_found");
    const reading = await recordReading(context, tx, [current.milestone]);
    const after = presentRewardLog({ reward, milestone: current.milestone }, context.now, reading);
    return { recordId: id, before: presentRewardLog(current, context.now, reading), after, result: after };
  },
);

const REASONS = {
  expiry_not_after_issue: "must be after rewardIssuedAt",
  redemption_before_issue: "must not be before rewardIssuedAt",
  redemption_after_expiry: "must not be after rewardExpiryAt",
} as const;

function refused(refusal: RewardRefusal): AppError {
  switch (refusal.code) {
    case "redeemed":
      return new AppError("redeemed", {
        detail: "The reward is redeemed. Send rewardRedeemedAt: null alone to take that back first.",
      });
    case "not_issued":
      return new AppError("not_issued", {
        detail: "The reward is pending: give it a couponCode or rewardIssuedAt first.",
      });
    case "invalid":
      return invalidField(`/${refusal.field}`, refusal.reason, `${refusal.field} ${REASONS[refusal.reason]}`);
  }
}
