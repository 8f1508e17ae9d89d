import { deleteMembership, lockPeople } from "@/db/queries/team";
import { losesLastOwner } from "@/lib/domain/team";
import { AppError } from "@/lib/errors";
import { mutation } from "@/lib/services/mutation";
import { presentPerson } from "./present-team";
import { revokeInvitesOf } from "./revoke-invites-of";

/**
 * Takes a person out of the organization, from the next request on. Open invites that the person made are revoked; what
 * the person did stays, under the same name, and so do API keys.
 * @throws AppError `forbidden`, `not_found`; `last_owner` when none would be left
 */
export const removePerson = mutation(
  { scope: "team:write", slug: "person", action: "delete" },
  async (context, tx, userId: string) => {
    const { program } = context;
    const people = await lockPeople(tx, program.organizationId);
    const person = people.find((one) => one.userId === userId);
    if (!person) throw new AppError("not_found");
    if (losesLastOwner(people, userId, null)) throw new AppError("last_owner");
    await deleteMembership(tx, program.organizationId, userId);
    await revokeInvitesOf({ ...context, db: tx }, userId);
    return { recordId: userId, before: presentPerson(person), after: null, result: undefined };
  },
);
