import type { Tx } from "@/db/client";
import { findMemberIds } from "@/db/queries/members";
import { deleteGroupMembers, insertGroupMembers } from "@/db/queries/user-group-members";
import { findUserGroupForUpdate, updateUserGroup } from "@/db/queries/user-groups";
import { groupMembers } from "@/lib/contracts/user-group";
import { AppError } from "@/lib/errors";
import { watchGrowth } from "@/lib/services/activity/watch-growth";
import type { ServiceContext } from "@/lib/services/context";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { membersNamed } from "./members-named";
import { presentUserGroup } from "./present-user-group";

interface Input {
  id: string;
  members: unknown;
}

const SPEC = { scope: "members:write", slug: "user_group", action: "update" } as const;

/**
 * Puts members into a group, one or many; who is in it already stays.
 * @returns how many are new in it
 * @throws AppError `forbidden`, `not_found`; `invalid_request`, also for a member who is none of the program: then
 * nobody is added
 */
export async function addGroupMembers(context: ServiceContext, input: Input): Promise<{ added: number }> {
  const result = await add(context, input);
  await watchGrowth(context.db, result.added);
  return result;
}

const add = mutation(SPEC, async (context, tx, { id, members }: Input) => {
  const named = parse(groupMembers, members);
  const before = await lockGroup(context, tx, id);
  const ids = await membersNamed(context, tx, named);
  const added = await insertGroupMembers(context.scope, tx, id, ids, context.now);
  const after = { ...(await touch(context, tx, id)), addedMemberIds: added };
  return { recordId: id, before, after, result: { added: added.length } };
});

/**
 * Takes members out of a group, one or many; who is not in it, or nobody's id, changes nothing.
 * @returns how many were in it
 * @throws AppError `forbidden`, `not_found`, `invalid_request`
 */
export const removeGroupMembers = mutation(SPEC, async (context, tx, { id, members }: Input) => {
  const { memberIds, externalIds } = parse(groupMembers, members);
  const before = await lockGroup(context, tx, id);
  const found = await findMemberIds(context.scope, tx, memberIds, externalIds);
  const removed = await deleteGroupMembers(
    context.scope,
    tx,
    id,
    found.map((member) => member.id),
  );
  const after = { ...(await touch(context, tx, id)), removedMemberIds: removed };
  return { recordId: id, before, after, result: { removed: removed.length } };
});

async function lockGroup({ scope }: ServiceContext, tx: Tx, id: string) {
  const group = await findUserGroupForUpdate(scope, tx, id);
  if (!group) throw new AppError("not_found");
  return presentUserGroup(group);
}

async function touch({ scope, now }: ServiceContext, tx: Tx, id: string) {
  const group = await updateUserGroup(scope, tx, id, { updatedAt: now });
  if (!group) throw new AppError("not_found");
  return presentUserGroup(group);
}
