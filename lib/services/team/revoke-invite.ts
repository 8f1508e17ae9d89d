import { revokeInvite as writeRevocation } from "@/db/queries/team";
import { AppError } from "@/lib/errors";
import { mutation } from "@/lib/services/mutation";
import { presentInvite } from "./present-team";

/**
 * Puts an invite out of use.
 * @throws AppError `forbidden`; `not_found` for one that is used, over, revoked, or another organization's
 */
export const revokeInvite = mutation(
  { scope: "team:write", slug: "invite", action: "delete" },
  async (context, tx, id: string) => {
    const row = await writeRevocation(tx, context.program.organizationId, id, context.now);
    if (!row) throw new AppError("not_found");
    const before = presentInvite({ ...row, revokedAt: null });
    return { recordId: id, before, after: null, result: undefined };
  },
);
