import { and, asc, desc, eq, gt, inArray, isNull, type SQL } from "drizzle-orm";
import { apiKey } from "@/db/schema/api-keys";
import { authMember, authUser } from "@/db/schema/auth";
import { invite } from "@/db/schema/invites";
import { program } from "@/db/schema/programs";
import type { Db, Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { TenantScope } from "@/lib/domain/tenant-scope";

export interface PersonRow {
  userId: string;
  name: string;
  email: string;
  role: string;
  joinedAt: Date;
}
export type InviteRow = typeof invite.$inferSelect;

const PERSON = {
  userId: authUser.id,
  name: authUser.name,
  email: authUser.email,
  role: authMember.role,
  joinedAt: authMember.createdAt,
};

/** The people of an organization, the oldest first. */
export function listPeople(db: Db | Tx, organizationId: string): Promise<PersonRow[]> {
  return db
    .select(PERSON)
    .from(authMember)
    .innerJoin(authUser, eq(authUser.id, authMember.userId))
    .where(eq(authMember.organizationId, organizationId))
    .orderBy(asc(authMember.createdAt), asc(authMember.id));
}

/** The same, locked: of two who change the team at once the second waits, and finds what the first did. */
export async function lockPeople(tx: Tx, organizationId: string): Promise<PersonRow[]> {
  await tx
    .select({ id: authMember.id })
    .from(authMember)
    .where(eq(authMember.organizationId, organizationId))
    .orderBy(asc(authMember.id))
    .for("update");
  return listPeople(tx, organizationId);
}

const membership = (organizationId: string, userId: string) =>
  and(eq(authMember.organizationId, organizationId), eq(authMember.userId, userId));

export async function setRole(tx: Tx, organizationId: string, userId: string, role: string): Promise<void> {
  await tx.update(authMember).set({ role }).where(membership(organizationId, userId));
}

/** Takes a person out of an organization. The account stays: what the person did keeps its name. */
export async function deleteMembership(tx: Tx, organizationId: string, userId: string): Promise<void> {
  await tx.delete(authMember).where(membership(organizationId, userId));
}

export async function insertInvite(
  scope: TenantScope,
  tx: Tx,
  values: Omit<typeof invite.$inferInsert, "programId">,
): Promise<InviteRow> {
  const [row] = await tx
    .insert(invite)
    .values({ ...values, programId: scope.programId })
    .returning();
  if (!row) throw new Error("an insert answered no row");
  return row;
}

const usable = (now: EpochMs) => and(isNull(invite.revokedAt), isNull(invite.acceptedAt), gt(invite.expiresAt, now));

/** The invites of an organization that still work, the newest first. */
export function listUsableInvites(db: Db | Tx, organizationId: string, now: EpochMs): Promise<InviteRow[]> {
  return db
    .select()
    .from(invite)
    .where(and(eq(invite.organizationId, organizationId), usable(now)))
    .orderBy(desc(invite.createdAt), desc(invite.id));
}

/** Puts invites that still work out of use: one, or all that a person made. */
export function revokeInvites(
  tx: Tx,
  organizationId: string,
  which: { id: string } | { createdById: string },
  now: EpochMs,
): Promise<InviteRow[]> {
  const chosen = "id" in which ? eq(invite.id, which.id) : eq(invite.createdById, which.createdById);
  return tx
    .update(invite)
    .set({ revokedAt: now })
    .where(and(eq(invite.organizationId, organizationId), chosen, usable(now)))
    .returning();
}

const invitesBy = (db: Db | Tx, condition: SQL | undefined) =>
  db.select({ invite, program }).from(invite).innerJoin(program, eq(program.id, invite.programId)).where(condition);

/** The invite that a link is, with its program, whether it works or not. */
export async function findInvite(db: Db | Tx, tokenHash: string) {
  const [row] = await invitesBy(db, eq(invite.tokenHash, tokenHash));
  return row;
}

/** The same, while it works. */
export async function findUsableInvite(db: Db | Tx, tokenHash: string, now: EpochMs) {
  const [row] = await invitesBy(db, and(eq(invite.tokenHash, tokenHash), usable(now)));
  return row;
}

/** Uses an invite up; false when it no longer works. Of two who use it at once the second waits, and is too late. */
export async function consumeInvite(
  tx: Tx,
  { programId, id }: Pick<InviteRow, "programId" | "id">,
  userId: string,
  now: EpochMs,
): Promise<boolean> {
  const rows = await tx
    .update(invite)
    .set({ acceptedAt: now, acceptedById: userId })
    .where(and(eq(invite.programId, programId), eq(invite.id, id), usable(now)))
    .returning({ id: invite.id });
  return rows.length > 0;
}

/** Users by id, also those who have left since. */
export async function findUsers(db: Db | Tx, ids: string[]): Promise<{ id: string; name: string; email: string }[]> {
  if (ids.length === 0) return [];
  return db
    .select({ id: authUser.id, name: authUser.name, email: authUser.email })
    .from(authUser)
    .where(inArray(authUser.id, ids));
}

/** A program's keys by id, revoked ones too. */
export async function findKeyNames(
  scope: TenantScope,
  db: Db | Tx,
  ids: string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return db
    .select({ id: apiKey.id, name: apiKey.name })
    .from(apiKey)
    .where(and(eq(apiKey.programId, scope.programId), inArray(apiKey.id, ids)));
}
