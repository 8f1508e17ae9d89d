import { insertGroupMembers } from "@/db/queries/user-group-members";
import { insertUserGroup } from "@/db/queries/user-groups";
import { userGroupCreate } from "@/lib/contracts/user-group";
import { newId } from "@/lib/services/ids";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { membersNamed } from "./members-named";
import { presentUserGroup } from "./present-user-group";
import { refuseTaken } from "./refuse-taken";

/**
 * Creates a group, with its first members if any are named (DOMAIN 2).
 * @throws AppError `forbidden`; `invalid_request`, also for a member who is none of the program; `conflict` when the
 * externalId is another group's
 */
export const createUserGroup = mutation(
  { scope: "members:write", slug: "user_group", action: "create" },
  async (context, tx, input: unknown) => {
    const { memberIds, ...values } = parse(userGroupCreate, input);
    const members = await membersNamed(context, tx, { memberIds, externalIds: [] });
    const times = { createdAt: context.now, updatedAt: context.now };
    const row = await refuseTaken(insertUserGroup(context.scope, tx, { ...values, id: newId(), ...times }));
    await insertGroupMembers(context.scope, tx, row.id, members, context.now);
    const group = presentUserGroup(row);
    return { recordId: row.id, before: null, after: { ...group, memberIds: members }, result: group };
  },
);
