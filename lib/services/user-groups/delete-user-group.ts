import { updateUserGroup as writeUserGroup } from "@/db/queries/user-groups";
import { AppError } from "@/lib/errors";
import { mutation } from "@/lib/services/mutation";
import { presentUserGroup } from "./present-user-group";

/**
 * Deletes a group: its external id is free again, its members stay members of the program.
 * @throws AppError `forbidden`, `not_found`
 */
export const deleteUserGroup = mutation(
  { scope: "members:write", slug: "user_group", action: "delete" },
  async (context, tx, id: string) => {
    const row = await writeUserGroup(context.scope, tx, id, { deletedAt: context.now, updatedAt: context.now });
    if (!row) throw new AppError("not_found");
    return { recordId: id, before: presentUserGroup(row), after: null, result: undefined };
  },
);
