import { updateRewardRule as writeRewardRule } from "@/db/queries/reward-rules";
import { AppError } from "@/lib/errors";
import { mutation } from "@/lib/services/mutation";
import { presentRewardRule } from "./present-reward-rule";

/**
 * Deletes a reward rule: its event type is free again, entries that it made stay.
 * @throws AppError `forbidden`, `not_found`
 */
export const deleteRewardRule = mutation(
  { scope: "points:write", slug: "reward_rule", action: "delete" },
  async (context, tx, id: string) => {
    const row = await writeRewardRule(context.scope, tx, id, { deletedAt: context.now, updatedAt: context.now });
    if (!row) throw new AppError("not_found");
    return { recordId: id, before: presentRewardRule(row), after: null, result: undefined };
  },
);
