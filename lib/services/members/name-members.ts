import { findMembersByIds, type MemberRow } from "@/db/queries/members";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";

/** How a member is called where a person reads: by name when there is one, and always by the customer's own id. */
export interface MemberName {
  name: string;
  externalId: string;
  deleted: boolean;
}

/**
 * Names members by their ids, deleted ones too; ids of nobody are left out.
 * @throws AppError `forbidden`
 */
export async function nameMembers(context: ServiceContext, ids: string[]): Promise<Map<string, MemberName>> {
  authorize(context, "members:read");
  const rows = await findMembersByIds(context.scope, context.db, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, toName(row)]));
}

function toName(row: MemberRow): MemberName {
  return { name: memberName(row), externalId: row.externalId, deleted: row.deletedAt !== null };
}

/** What a member is called: by name when there is one, otherwise by the customer's own id. */
export function memberName(row: Pick<MemberRow, "displayName" | "firstName" | "lastName" | "externalId">): string {
  const fullName = [row.firstName, row.lastName].filter(Boolean).join(" ");
  return row.displayName || fullName || row.externalId;
}
