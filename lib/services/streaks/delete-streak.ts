import { lockParent } from "@/db/queries/parents";
import { updateStreak as writeStreak } from "@/db/queries/streaks";
import { AppError } from "@/lib/errors";
import { readingIn } from "@/lib/services/localization/localize";
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
    return { recordId: id, before: presentStreak(row, readingIn(context.program)), after: null, result: undefined };
  },
);
