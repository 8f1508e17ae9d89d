import type { RewardLogEdit } from "@/db/queries/reward-log-sets";
import type { EpochMs } from "@/lib/domain/period";
import { rewardState } from "@/lib/domain/reward-state";
import { iso } from "@/lib/services/wire";

/** Of many reward logs changed at once the trail keeps what can have changed. */
export function presentEdit(row: RewardLogEdit, now: EpochMs) {
  return {
    couponCode: row.couponCode,
    rewardIssuedAt: iso(row.rewardIssuedAt),
    rewardExpiryAt: iso(row.rewardExpiryAt),
    rewardRedeemedAt: iso(row.rewardRedeemedAt),
    state: rewardState(row, now),
  };
}
