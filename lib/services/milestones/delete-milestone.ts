import { findMilestone, updateMilestone as writeMilestone } from "@/db/queries/milestones";
import { lockParent } from "@/db/queries/parents";
import { AppError } from "@/lib/errors";
import { recordReading } from "@/lib/services/icons/record-reading";
import { mutation } from "@/lib/services/mutation";
import { presentMilestone } from "./present-milestone";

/**
 * Deletes a milestone: it gives no more rewards; those it gave stay, with its texts.
 * @throws AppError `forbidden`, `not_found`
 */
export const deleteMilestone = mutation(
  { scope: "campaigns:write", slug: "milestone", action: "delete" },
  async (context, tx, id: string) => {
    const found = await findMilestone(context.scope, tx, id);
    if (!found) throw new AppError("not_found");
    await lockParent(context.scope, tx, found.linkedSchemaRecordId);
    const row = await writeMilestone(context.scope, tx, id, { deletedAt: context.now, updatedAt: context.now });
    if (!row) throw new AppError("not_found");
    const before = presentMilestone(row, await recordReading(context, tx, [row]));
    return { recordId: id, before, after: null, result: undefined };
  },
);
