import type { MemberRow } from "@/db/queries/members";
import { iso } from "@/lib/services/wire";

/** A member as an admin reads it. */
export function presentMember(row: MemberRow) {
  return {
    id: row.id,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    externalId: row.externalId,
    firstName: row.firstName,
    lastName: row.lastName,
    displayName: row.displayName,
    email: row.email,
    phoneNumber: row.phoneNumber,
    walletAddress: row.walletAddress,
    status: row.status,
    timeZone: row.timeZone,
    languageCode: row.languageCode,
    metadata: row.metadata,
    pointsBalance: row.pointsBalance,
  };
}
