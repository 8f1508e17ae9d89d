import { findMemberForUpdate, updateMember as writeMember } from "@/db/queries/members";
import { memberUpdate } from "@/lib/contracts/member";
import { AppError } from "@/lib/errors";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentMember } from "./present-member";
import { refuseTaken } from "./refuse-taken";

/**
 * Changes a member. A new time zone counts for activity from now on; pausing keeps history (DOMAIN 2).
 * @throws AppError `forbidden`, `not_found`, `invalid_request`; `conflict` when a value is another member's
 */
export const updateMember = mutation(
  { scope: "members:write", slug: "member", action: "update" },
  async (context, tx, { id, patch }: { id: string; patch: unknown }) => {
    const changes = parse(memberUpdate, patch);
    const current = await findMemberForUpdate(context.scope, tx, id);
    if (!current) throw new AppError("not_found");
    const row = await refuseTaken(writeMember(context.scope, tx, id, { ...changes, updatedAt: context.now }));
    if (!row) throw new AppError("not_found");
    const member = presentMember(row);
    return { recordId: id, before: presentMember(current), after: member, result: member };
  },
);
