import { v7 } from "uuid";
import { type Db, type Tx, transaction } from "@/db/client";
import { insertAuditEntries } from "@/db/queries/audit-entries";
import { insertMembership, insertPerson, type NewPerson } from "@/db/queries/console-users";
import { consumeInvite, findInvite, findUsableInvite, findUsers, lockPeople } from "@/db/queries/team";
import { AppError, invalidField } from "@/lib/errors";
import { hashSecret } from "@/lib/services/api-keys/secret";
import { type NamedCredentials, newPerson } from "./new-person";
import { mintScope } from "./scope";

type Found = NonNullable<Awaited<ReturnType<typeof findUsableInvite>>>;

/** What whoever opens an invite's link is told, whether it works or not; null for a link that is none. */
export async function readInvite(db: Db, token: string) {
  const found = await findInvite(db, hashSecret(token));
  if (!found) return null;
  const { role, expiresAt, acceptedAt, revokedAt } = found.invite;
  return { program: found.program.name, role, expiresAt, acceptedAt, revokedAt };
}

/**
 * Makes an account by an invite, which is used up by it.
 * @returns the id of the program that the invite was made in
 * @throws AppError `not_found` when the invite does not work; `invalid_request` for a name, e-mail address or password
 *   that cannot be one, or an address (`taken`) that has an account: sign in first. Then the invite stays usable.
 */
export async function acceptInvite(db: Db, token: string, credentials: NamedCredentials, now: number): Promise<string> {
  const found = await usableInvite(db, token, now);
  const person = await newPerson(credentials, found.program.organizationId, found.invite.role);
  await transaction(db, async (tx) => {
    await useUp(tx, found, person.userId, now);
    if (!(await insertPerson(tx, person, new Date(now))))
      throw invalidField("/email", "taken", "email has an account already: sign in and open the link again");
    await noteJoining(tx, found, person, now);
  });
  return found.program.id;
}

/**
 * Lets somebody who is signed in join another organization by its invite.
 * @returns the id of the program that the invite was made in
 * @throws AppError `not_found` when the invite does not work; `conflict` for who belongs to the organization already
 */
export async function joinByInvite(db: Db, token: string, userId: string, now: number): Promise<string> {
  const found = await usableInvite(db, token, now);
  const { organizationId } = found.program;
  await transaction(db, async (tx) => {
    const people = await lockPeople(tx, organizationId);
    await useUp(tx, found, userId, now);
    if (people.some((one) => one.userId === userId)) throw new AppError("conflict");
    const [user] = await findUsers(tx, [userId]);
    if (!user) throw new AppError("not_found");
    const { role } = found.invite;
    await insertMembership(tx, { membershipId: v7(), organizationId, userId, role }, new Date(now));
    await noteJoining(tx, found, { ...user, userId, role }, now);
  });
  return found.program.id;
}

async function usableInvite(db: Db, token: string, now: number): Promise<Found> {
  const found = await findUsableInvite(db, hashSecret(token), now);
  if (!found) throw new AppError("not_found");
  return found;
}

async function useUp(tx: Tx, { invite }: Found, userId: string, now: number): Promise<void> {
  if (!(await consumeInvite(tx, invite, userId, now))) throw new AppError("not_found");
}

type Joined = Pick<NewPerson, "userId" | "name" | "email" | "role">;

/** The audit entry of who joined: nobody was signed in, so no service could have written it. */
async function noteJoining(tx: Tx, { invite, program }: Found, person: Joined, now: number): Promise<void> {
  const { userId, name, email, role } = person;
  await insertAuditEntries(mintScope(program).scope, tx, [
    {
      id: v7(),
      actorKind: "user",
      actorId: userId,
      action: "create",
      slug: "person",
      recordId: userId,
      before: null,
      after: { id: userId, name, email, role, inviteId: invite.id },
      requestId: v7(),
      createdAt: now,
    },
  ]);
}
