import { lockParent } from "@/db/queries/parents";
import { updateStreak as writeStreak } from "@/db/queries/streaks";
import { AppError } from "@/lib/errors";
import { recordReading } from "@/lib/services/icons/record-reading";
import { mutation } from "@/lib/services/mutation";
import { presentStreak } from "./present-streak";

/**
 * Deletes a streak: it is gone from lists, the widget and new activity; its logs and rewards stay readable.
 * @throws AppError `forbidden`, `not_found`
 */
export const deleteStreak = mutation(
  { scope: "campaigns:write", slug: "streak", action: "delete" },
  async (context, tx, id: string) => {
    await lockParent(context.scope, tx, id);
    const row = await writeStreak(context.scope, tx, id, { deletedAt: context.now, updatedAt: context.now });
    if (!row) throw new AppError("not_found");
    const before = presentStreak(row, await recordReading(context, tx, [row]));
    return { recordId: id, before, after: null, result: undefined };
  },
);
