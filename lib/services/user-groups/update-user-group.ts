import { deleteOtherGroupMembers, insertGroupMembers } from "@/db/queries/user-group-members";
import { findUserGroupForUpdate, updateUserGroup as writeUserGroup } from "@/db/queries/user-groups";
import { userGroupUpdate } from "@/lib/contracts/user-group";
import { AppError } from "@/lib/errors";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { membersNamed } from "./members-named";
import { presentUserGroup } from "./present-user-group";
import { refuseTaken } from "./refuse-taken";

/**
 * Changes a group; `memberIds` says who is in it from now on.
 * @throws AppError `forbidden`, `not_found`; `invalid_request`, also for a member who is none of the program; `conflict`
 * when the externalId is another group's
 */
export const updateUserGroup = mutation(
  { scope: "members:write", slug: "user_group", action: "update" },
  async (context, tx, { id, patch }: { id: string; patch: unknown }) => {
    const { memberIds, ...changes } = parse(userGroupUpdate, patch);
    const current = await findUserGroupForUpdate(context.scope, tx, id);
    if (!current) throw new AppError("not_found");
    const members = memberIds && (await membersNamed(context, tx, { memberIds, externalIds: [] }));
    const row = await refuseTaken(writeUserGroup(context.scope, tx, id, { ...changes, updatedAt: context.now }));
    if (!row) throw new AppError("not_found");
    if (members) {
      await deleteOtherGroupMembers(context.scope, tx, id, members);
      await insertGroupMembers(context.scope, tx, id, members, context.now);
    }
    const group = presentUserGroup(row);
    const after = members ? { ...group, memberIds: members } : group;
    return { recordId: id, before: presentUserGroup(current), after, result: group };
  },
);
