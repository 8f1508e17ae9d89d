import { z } from "zod";
import type { RewardRow } from "@/components/console/reward-logs/reward-row";
import { REWARD_STATES } from "@/lib/domain/reward-state";
import type { ServiceContext } from "@/lib/services/context";
import type { Wire } from "@/lib/services/list-records";
import { nameMembers } from "@/lib/services/members/name-members";

/** What the console reads of a reward log; services answer the record as the API shows it. */
const record = z.object({
  id: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  state: z.enum(REWARD_STATES),
  periodKey: z.string(),
  couponCode: z.string().nullable(),
  rewardIssuedAt: z.string().nullable(),
  rewardExpiryAt: z.string().nullable(),
  rewardRedeemedAt: z.string().nullable(),
  linkedSchemaRecordId: z.string(),
  ownedById: z.string(),
  milestone: z.object({ name: z.string(), eudMilestoneRewardTitle: z.string().nullable() }),
});

/** Reward logs as rows, each with the name of its member. */
export async function presentRewards(context: ServiceContext, records: Wire[]): Promise<RewardRow[]> {
  const rewards = records.map((item) => record.parse(item));
  const names = await nameMembers(
    context,
    rewards.map(({ ownedById }) => ownedById),
  );
  return rewards.map(({ linkedSchemaRecordId, ownedById, milestone, ...reward }) => {
    const known = names.get(ownedById);
    return {
      ...reward,
      parentId: linkedSchemaRecordId,
      title: milestone.eudMilestoneRewardTitle || milestone.name,
      milestone: milestone.name,
      member: known ? { id: ownedById, ...known } : null,
    };
  });
}
