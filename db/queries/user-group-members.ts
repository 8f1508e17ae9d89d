import { and, eq, inArray, notInArray } from "drizzle-orm";
import { userGroupMember } from "@/db/schema/user-groups";
import type { Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { TenantScope } from "@/lib/domain/tenant-scope";

const ofGroup = (scope: TenantScope, groupId: string) =>
  and(eq(userGroupMember.programId, scope.programId), eq(userGroupMember.userGroupId, groupId));

/**
 * Puts members into a group; who is in it already stays.
 * @returns the ids of those who are new in it
 */
export async function insertGroupMembers(
  scope: TenantScope,
  tx: Tx,
  groupId: string,
  memberIds: string[],
  createdAt: EpochMs,
): Promise<string[]> {
  if (memberIds.length === 0) return [];
  const { programId } = scope;
  const rows = await tx
    .insert(userGroupMember)
    .values(memberIds.map((memberId) => ({ programId, userGroupId: groupId, memberId, createdAt })))
    .onConflictDoNothing()
    .returning({ memberId: userGroupMember.memberId });
  return rows.map(({ memberId }) => memberId);
}

/**
 * Takes members out of a group.
 * @returns the ids of those who were in it
 */
export async function deleteGroupMembers(
  scope: TenantScope,
  tx: Tx,
  groupId: string,
  memberIds: string[],
): Promise<string[]> {
  const rows = await tx
    .delete(userGroupMember)
    .where(and(ofGroup(scope, groupId), inArray(userGroupMember.memberId, memberIds)))
    .returning({ memberId: userGroupMember.memberId });
  return rows.map(({ memberId }) => memberId);
}

/** Takes everybody out of a group but these. */
export async function deleteOtherGroupMembers(
  scope: TenantScope,
  tx: Tx,
  groupId: string,
  memberIds: string[],
): Promise<void> {
  await tx.delete(userGroupMember).where(and(ofGroup(scope, groupId), notInArray(userGroupMember.memberId, memberIds)));
}
