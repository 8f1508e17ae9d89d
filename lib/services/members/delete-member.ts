import { updateMember as writeMember } from "@/db/queries/members";
import { AppError } from "@/lib/errors";
import { mutation } from "@/lib/services/mutation";
import { presentMember } from "./present-member";

/**
 * Deletes a member: logs and rewards stay readable, the `externalId` and wallet are free again (DOMAIN 2).
 * @throws AppError `forbidden`, `not_found`
 */
export const deleteMember = mutation(
  { scope: "members:write", slug: "member", action: "delete" },
  async (context, tx, id: string) => {
    const row = await writeMember(context.scope, tx, id, { deletedAt: context.now, updatedAt: context.now });
    if (!row) throw new AppError("not_found");
    return { recordId: id, before: presentMember(row), after: null, result: undefined };
  },
);
