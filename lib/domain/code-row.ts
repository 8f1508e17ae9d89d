import type { EpochMs } from "./period";
import { decideRewardPatch, type RewardFields } from "./reward-state";

/** Why a row of a file of codes is not taken. The console has a text for each. */
export const ROW_PROBLEMS = [
  "csv_broken",
  "unreadable",
  "code_missing",
  "code_invalid",
  "expiry_invalid",
  "reward_id_missing",
  "reward_id_invalid",
  "member_missing",
  "milestone_missing",
  "member_not_found",
  "milestone_not_found",
  "reward_not_found",
  "reward_ambiguous",
  "reward_repeated",
  "code_repeated",
  "code_taken",
  "has_other_code",
  "redeemed",
  "expiry_not_after_issue",
  "no_reward_left",
] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];

/** What the marketer allows: one code on several rewards, and another code in the place of the one that is there. */
export interface CodeRules {
  shareCodes: boolean;
  replaceCodes: boolean;
}

export interface GivenCode {
  couponCode: string;
  /** Null: as the reward has it. */
  rewardExpiryAt: EpochMs | null;
}

export type CodeDecision =
  | { outcome: "unchanged" }
  | { outcome: "changed"; fields: RewardFields }
  | { outcome: "failed"; code: RowProblemCode };

/**
 * What a row of a file does to its reward. A reward that has the code already is left as it is, so that the same file
 * again changes nothing. `taken`: another reward of the program has the code.
 */
export function decideCode(
  current: RewardFields,
  given: GivenCode,
  taken: boolean,
  rules: CodeRules,
  now: EpochMs,
): CodeDecision {
  const newCode = current.couponCode !== given.couponCode;
  const newExpiry = given.rewardExpiryAt !== null && given.rewardExpiryAt !== current.rewardExpiryAt;
  if (!newCode && !newExpiry) return { outcome: "unchanged" };
  if (current.rewardRedeemedAt !== null) return { outcome: "failed", code: "redeemed" };
  if (newCode && current.couponCode !== null && !rules.replaceCodes)
    return { outcome: "failed", code: "has_other_code" };
  if (newCode && taken && !rules.shareCodes) return { outcome: "failed", code: "code_taken" };
  const decided = decideRewardPatch(
    current,
    {
      ...(newCode ? { couponCode: given.couponCode } : {}),
      ...(newExpiry ? { rewardExpiryAt: given.rewardExpiryAt } : {}),
    },
    now,
  );
  // Of what a code and an expiry can run into, a wrong expiry is what is left.
  if ("refusal" in decided) return { outcome: "failed", code: "expiry_not_after_issue" };
  return { outcome: "changed", fields: decided.fields };
}
