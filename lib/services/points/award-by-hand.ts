import { findLedgerEntry } from "@/db/queries/ledger-entries";
import { handAward } from "@/lib/contracts/points";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { getMember } from "@/lib/services/members/get-member";
import { parse } from "@/lib/services/parse";
import { giveAward } from "./award-points";

/**
 * Awards the points of a live reward rule by hand; why is kept as the entry's `metadata.reason`, who in the member's
 * history. `key` is told anew for each decision to award: a repeat after a lost answer counts once, and answers as the
 * first did.
 * @throws AppError as `awardPoints`; `not_found` also for an unknown member; `duplicate` when the key was another award's
 */
export async function awardByHand(context: ServiceContext, { key, input }: { key: string; input: unknown }) {
  const { memberId, eventType, reason } = parse(handAward, input);
  const { externalId } = await getMember(context, memberId);
  const reference = `console:${key}`;
  const award = { userId: externalId, eventType, metadata: { reason }, reference };
  try {
    const { pointsAwarded, userBalance } = await giveAward(context, award, memberId);
    return { pointsAwarded, userBalance };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "duplicate") throw error;
    const entry = await findLedgerEntry(context.scope, context.db, eventType, reference);
    if (entry?.memberId !== memberId || entry.metadata?.["reason"] !== reason) throw error;
    return { pointsAwarded: entry.points, userBalance: entry.balanceAfter };
  }
}
