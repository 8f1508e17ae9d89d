import { revokeInvites } from "@/db/queries/team";
import { AppError } from "@/lib/errors";
import { mutation } from "@/lib/services/mutation";
import { revocation } from "./present-team";

/**
 * Puts an invite out of use.
 * @throws AppError `forbidden`; `not_found` for one that is used, over, revoked, or another organization's
 */
export const revokeInvite = mutation(
  { scope: "team:write", slug: "invite", action: "delete" },
  async (context, tx, id: string) => {
    const [row] = await revokeInvites(tx, context.program.organizationId, { id }, context.now);
    if (!row) throw new AppError("not_found");
    return { ...revocation(row), result: undefined };
  },
);
