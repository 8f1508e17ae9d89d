import type { ServiceContext } from "@/lib/services/context";
import { findUser } from "./find-user";

/**
 * Reads a member's balance: the sum of the member's entries (DOMAIN 4). `metadata` is the member's.
 * @throws AppError `forbidden`, `not_found`
 */
export async function getBalance(context: ServiceContext, userId: string) {
  const { externalId, pointsBalance, displayName, email, metadata } = await findUser(context, userId);
  return { userId: externalId, totalPoints: pointsBalance, displayName, email, metadata };
}
