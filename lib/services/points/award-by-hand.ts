import { handAward } from "@/lib/contracts/points";
import type { ServiceContext } from "@/lib/services/context";
import { getMember } from "@/lib/services/members/get-member";
import { parse } from "@/lib/services/parse";
import { awardPoints } from "./award-points";

/**
 * Awards the points of a live reward rule by hand; why is kept as the entry's `metadata.reason`. `key` is told anew for
 * each decision to award, so that a repeat after a lost answer counts once.
 * @throws AppError as `awardPoints`; `not_found` also for an unknown member
 */
export async function awardByHand(context: ServiceContext, { key, input }: { key: string; input: unknown }) {
  const { memberId, eventType, reason } = parse(handAward, input);
  const { externalId } = await getMember(context, memberId);
  return awardPoints(context, {
    userId: externalId,
    eventType,
    metadata: { reason },
    reference: `console:${key}`,
  });
}
