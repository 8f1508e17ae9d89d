import { lockPeople, setRole } from "@/db/queries/team";
import { roleChange } from "@/lib/contracts/team";
import { losesLastOwner, managesTeam } from "@/lib/domain/team";
import { AppError } from "@/lib/errors";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentPerson } from "./present-team";
import { revokeInvitesOf } from "./revoke-invites-of";

/**
 * Gives a person of the organization another role; it holds from the person's next request on. Open invites of a person
 * who no longer manages the team are revoked.
 * @throws AppError `forbidden`, `not_found`, `invalid_request`; `last_owner` when none would be left
 */
export const changeRole = mutation(
  { scope: "team:write", slug: "person", action: "update" },
  async (context, tx, { userId, patch }: { userId: string; patch: unknown }) => {
    const { program } = context;
    const { role } = parse(roleChange, patch);
    const people = await lockPeople(tx, program.organizationId);
    const person = people.find((one) => one.userId === userId);
    if (!person) throw new AppError("not_found");
    if (losesLastOwner(people, userId, role)) throw new AppError("last_owner");
    await setRole(tx, program.organizationId, userId, role);
    if (!managesTeam(role)) await revokeInvitesOf({ ...context, db: tx }, userId);
    const after = presentPerson({ ...person, role });
    return { recordId: userId, before: presentPerson(person), after, result: after };
  },
);
