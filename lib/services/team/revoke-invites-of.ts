import { revokeInvites } from "@/db/queries/team";
import { bulkMutation } from "@/lib/services/mutation";
import { revocation } from "./present-team";

/**
 * Puts every invite that a person made in the organization out of use, so that who may no longer let people in, the
 * person too, does not do so by a link from before.
 * @throws AppError `forbidden`
 */
export const revokeInvitesOf = bulkMutation(
  { scope: "team:write", slug: "invite", action: "delete" },
  async ({ program, now }, tx, userId: string) => {
    const rows = await revokeInvites(tx, program.organizationId, { createdById: userId }, now);
    return { changes: rows.map(revocation), result: undefined };
  },
);
