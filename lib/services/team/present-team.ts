import type { InviteRow, PersonRow } from "@/db/queries/team";
import { iso } from "@/lib/services/wire";

export function presentPerson({ userId, name, email, role, joinedAt }: PersonRow) {
  return { id: userId, name, email, role, joinedAt: iso(joinedAt.getTime()) };
}

/** What the audit trail keeps of an invite's revocation. */
export function revocation(row: InviteRow) {
  return { recordId: row.id, before: presentInvite({ ...row, revokedAt: null }), after: null };
}

/** An invite without its token, which nobody is told a second time. */
export function presentInvite(row: InviteRow) {
  return {
    id: row.id,
    role: row.role,
    note: row.note,
    createdAt: iso(row.createdAt),
    createdById: row.createdById,
    expiresAt: iso(row.expiresAt),
    revokedAt: iso(row.revokedAt),
  };
}
