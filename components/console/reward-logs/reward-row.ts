import type { RewardState } from "@/lib/domain/reward-state";

/** A reward as a row of a list shows it; instants as ISO texts. */
export interface RewardRow {
  id: string;
  createdAt: string;
  updatedAt: string;
  state: RewardState;
  periodKey: string;
  couponCode: string | null;
  rewardIssuedAt: string | null;
  rewardExpiryAt: string | null;
  rewardRedeemedAt: string | null;
  parentId: string;
  /** What the reward is called, and the milestone that gave it. */
  title: string;
  milestone: string;
  /** Null when nobody of that id is known. */
  member: { id: string; name: string; externalId: string; deleted: boolean } | null;
}

/** Which reward it is, and as of when. */
export function seen({ id, updatedAt }: RewardRow) {
  return { id, updatedAt };
}

/** The four fields that may be changed, as the wire has them; what is left out stays. */
export type RewardPatch = Partial<
  Pick<RewardRow, "couponCode" | "rewardIssuedAt" | "rewardExpiryAt" | "rewardRedeemedAt">
>;

const EDITABLE = ["couponCode", "rewardIssuedAt", "rewardExpiryAt", "rewardRedeemedAt"] as const;

/** The patch that makes of `after` what `before` was. */
export function wayBack(before: RewardRow, after: RewardRow): RewardPatch {
  return Object.fromEntries(
    EDITABLE.filter((field) => before[field] !== after[field]).map((field) => [field, before[field]]),
  );
}
