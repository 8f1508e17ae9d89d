import type { EpochMs } from "./period";

export const REWARD_STATES = ["pending", "issued", "expired", "redeemed"] as const;
export type RewardState = (typeof REWARD_STATES)[number];

/** What a person or a key may set on a reward log; all else of it is the engine's. */
export interface RewardFields {
  couponCode: string | null;
  rewardIssuedAt: EpochMs | null;
  rewardExpiryAt: EpochMs | null;
  rewardRedeemedAt: EpochMs | null;
}

export type RewardRefusal =
  | { code: "redeemed" | "not_issued" }
  | {
      code: "invalid";
      field: keyof RewardFields;
      reason: "expiry_not_after_issue" | "redemption_before_issue" | "redemption_after_expiry";
    };

/** `redeemed`, else `expired` once the expiry is past, else `issued`, else `pending` (DOMAIN 2). */
export function rewardState(fields: Omit<RewardFields, "couponCode">, now: EpochMs): RewardState {
  if (fields.rewardRedeemedAt !== null) return "redeemed";
  if (fields.rewardExpiryAt !== null && fields.rewardExpiryAt < now) return "expired";
  return fields.rewardIssuedAt !== null ? "issued" : "pending";
}

/**
 * The four fields after a patch, or why it is refused. A code set on a reward that was never issued stamps `now` as its
 * issue, clearing the code clears it, unless the patch names the issue itself. A redeemed reward only lets its
 * redemption be taken back.
 */
export function decideRewardPatch(
  current: RewardFields,
  patch: Partial<RewardFields>,
  now: EpochMs,
): { fields: RewardFields } | { refusal: RewardRefusal } {
  const given = { ...current, ...withoutUndefined(patch) };
  if (current.rewardRedeemedAt !== null) return decideOnRedeemed(current, given);

  const fields =
    patch.rewardIssuedAt === undefined ? { ...given, rewardIssuedAt: issueOf(current, patch, now) } : given;
  const refusal = refusalOf(fields);
  return refusal ? { refusal } : { fields };
}

function decideOnRedeemed(current: RewardFields, given: RewardFields): ReturnType<typeof decideRewardPatch> {
  const takesBack = given.rewardRedeemedAt === null;
  const kept = takesBack ? { ...given, rewardRedeemedAt: current.rewardRedeemedAt } : given;
  const changes = (Object.keys(current) as (keyof RewardFields)[]).some((field) => kept[field] !== current[field]);
  return changes ? { refusal: { code: "redeemed" } } : { fields: given };
}

function issueOf(current: RewardFields, patch: Partial<RewardFields>, now: EpochMs): EpochMs | null {
  if (patch.couponCode === null) return null;
  if (patch.couponCode !== undefined) return current.rewardIssuedAt ?? now;
  return current.rewardIssuedAt;
}

function refusalOf({ rewardIssuedAt, rewardExpiryAt, rewardRedeemedAt }: RewardFields): RewardRefusal | null {
  if (rewardRedeemedAt !== null && rewardIssuedAt === null) return { code: "not_issued" };
  if (rewardIssuedAt !== null && rewardExpiryAt !== null && rewardExpiryAt <= rewardIssuedAt)
    return { code: "invalid", field: "rewardExpiryAt", reason: "expiry_not_after_issue" };
  if (rewardRedeemedAt !== null && rewardIssuedAt !== null && rewardRedeemedAt < rewardIssuedAt)
    return { code: "invalid", field: "rewardRedeemedAt", reason: "redemption_before_issue" };
  if (rewardRedeemedAt !== null && rewardExpiryAt !== null && rewardRedeemedAt > rewardExpiryAt)
    return { code: "invalid", field: "rewardRedeemedAt", reason: "redemption_after_expiry" };
  return null;
}

function withoutUndefined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
