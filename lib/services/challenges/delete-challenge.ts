import { updateChallenge as writeChallenge } from "@/db/queries/challenges";
import { lockParent } from "@/db/queries/parents";
import { AppError } from "@/lib/errors";
import { recordReading } from "@/lib/services/icons/record-reading";
import { mutation } from "@/lib/services/mutation";
import { presentChallenge } from "./present-challenge";

/**
 * Deletes a challenge: it is gone from lists, the widget and new activity; its logs and rewards stay readable.
 * @throws AppError `forbidden`, `not_found`
 */
export const deleteChallenge = mutation(
  { scope: "campaigns:write", slug: "challenge", action: "delete" },
  async (context, tx, id: string) => {
    await lockParent(context.scope, tx, id);
    const row = await writeChallenge(context.scope, tx, id, { deletedAt: context.now, updatedAt: context.now });
    if (!row) throw new AppError("not_found");
    const before = presentChallenge(row, await recordReading(context, tx, [row]));
    return { recordId: id, before, after: null, result: undefined };
  },
);
