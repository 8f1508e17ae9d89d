import { and, eq, gt, sql } from "drizzle-orm";
import { authAccount, authMember, authUser, authVerification } from "@/db/schema/auth";
import type { Db, Tx } from "@/db/types";

/*
 * The few statements about console users that better-auth has no call for: the first owner and whoever is invited come
 * before anybody is signed in. Only lib/auth calls them.
 */

/** The rows of one new user, who signs in with a password and belongs to an organization. */
export interface NewPerson {
  userId: string;
  accountId: string;
  membershipId: string;
  organizationId: string;
  email: string;
  name: string;
  passwordHash: string;
  role: string;
}

export async function hasConsoleUsers(db: Db | Tx): Promise<boolean> {
  const rows = await db.select({ one: sql`1` }).from(authUser).limit(1);
  return rows.length > 0;
}

/** Lets one first owner be made at a time: processes that start together wait for each other here. */
export async function lockFirstOwner(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('milepost.first-owner', 0))`);
}

/** Makes a person; false when the address has an account, also one that is made in the same moment. */
export async function insertPerson(tx: Tx, person: NewPerson, now: Date): Promise<boolean> {
  const times = { createdAt: now, updatedAt: now };
  const { userId } = person;
  const made = await tx
    .insert(authUser)
    .values({ id: userId, name: person.name, email: person.email, emailVerified: true, ...times })
    .onConflictDoNothing({ target: authUser.email })
    .returning({ id: authUser.id });
  if (made.length === 0) return false;
  // The shape in which better-auth keeps a password.
  await tx.insert(authAccount).values({
    id: person.accountId,
    userId,
    accountId: userId,
    providerId: "credential",
    password: person.passwordHash,
    ...times,
  });
  await insertMembership(tx, person, now);
  return true;
}

export async function insertMembership(
  tx: Tx,
  {
    membershipId,
    organizationId,
    userId,
    role,
  }: Pick<NewPerson, "membershipId" | "organizationId" | "userId" | "role">,
  now: Date,
): Promise<void> {
  await tx.insert(authMember).values({ id: membershipId, organizationId, userId, role, createdAt: now });
}

interface OneTimeToken {
  identifier: string;
  hash: string;
}

/** Puts a one-time token in the place of every earlier one with its identifier. */
export async function replaceOneTimeToken(
  tx: Tx,
  { id, identifier, hash, expiresAt }: OneTimeToken & { id: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  await tx.delete(authVerification).where(eq(authVerification.identifier, identifier));
  await tx.insert(authVerification).values({ id, identifier, value: hash, expiresAt, createdAt: now, updatedAt: now });
}

const usable = ({ identifier, hash }: OneTimeToken, now: Date) =>
  and(
    eq(authVerification.identifier, identifier),
    eq(authVerification.value, hash),
    gt(authVerification.expiresAt, now),
  );

export async function oneTimeTokenIsUsable(db: Db | Tx, token: OneTimeToken, now: Date): Promise<boolean> {
  const rows = await db.select({ one: sql`1` }).from(authVerification).where(usable(token, now)).limit(1);
  return rows.length > 0;
}

/** Takes a token away; false when it was not there to take. */
export async function consumeOneTimeToken(tx: Tx, token: OneTimeToken, now: Date): Promise<boolean> {
  const rows = await tx.delete(authVerification).where(usable(token, now)).returning({ id: authVerification.id });
  return rows.length > 0;
}
