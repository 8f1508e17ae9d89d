import type { RewardRefusal } from "@/lib/domain/reward-state";
import { AppError, invalidField } from "@/lib/errors";

const REASONS = {
  expiry_not_after_issue: "must be after rewardIssuedAt",
  redemption_before_issue: "must not be before rewardIssuedAt",
  redemption_after_expiry: "must not be after rewardExpiryAt",
} as const;

/** Why a reward log refuses a patch, as an error; `id` names the reward log where there are many. */
export function refusedPatch(refusal: RewardRefusal, id?: string): AppError {
  const extra = id === undefined ? {} : { id };
  switch (refusal.code) {
    case "redeemed":
      return new AppError("redeemed", {
        detail: "The reward is redeemed. Send rewardRedeemedAt: null alone to take that back first.",
        extra,
      });
    case "not_issued":
      return new AppError("not_issued", {
        detail: "The reward is pending: give it a couponCode or rewardIssuedAt first.",
        extra,
      });
    case "invalid":
      return invalidField(`/${refusal.field}`, refusal.reason, `${refusal.field} ${REASONS[refusal.reason]}`);
  }
}
