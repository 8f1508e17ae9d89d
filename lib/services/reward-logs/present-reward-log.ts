import type { RewardLogRow } from "@/db/queries/reward-logs";
import type { EpochMs } from "@/lib/domain/period";
import { rewardState } from "@/lib/domain/reward-state";
import type { RecordReading } from "@/lib/services/icons/record-reading";
import { presentMilestone, presentMilestoneToMember } from "@/lib/services/milestones/present-milestone";
import { iso } from "@/lib/services/wire";

function fields({ reward }: RewardLogRow, now: EpochMs) {
  return {
    id: reward.id,
    createdAt: iso(reward.createdAt),
    updatedAt: iso(reward.updatedAt),
    linkedSchemaSlug: reward.linkedSchemaSlug,
    linkedSchemaRecordId: reward.linkedSchemaRecordId,
    milestoneId: reward.milestoneId,
    ownedById: reward.memberId,
    periodKey: reward.periodKey,
    uniqueIdentifier: reward.uniqueIdentifier,
    couponCode: reward.couponCode,
    rewardIssuedAt: iso(reward.rewardIssuedAt),
    rewardExpiryAt: iso(reward.rewardExpiryAt),
    rewardRedeemedAt: iso(reward.rewardRedeemedAt),
    state: rewardState(reward, now),
  };
}

/** A reward log as an admin reads it, its state as of `now`. */
export function presentRewardLog(row: RewardLogRow, now: EpochMs, reading: RecordReading) {
  return { ...fields(row, now), milestone: presentMilestone(row.milestone, reading) };
}

/** A member's own reward log: of the milestone only what end users see. */
export function presentRewardLogToMember(row: RewardLogRow, now: EpochMs, reading: RecordReading) {
  return { ...fields(row, now), milestone: presentMilestoneToMember(row.milestone, reading) };
}
