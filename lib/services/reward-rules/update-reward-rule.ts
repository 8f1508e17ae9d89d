import { findRewardRuleForUpdate, updateRewardRule as writeRewardRule } from "@/db/queries/reward-rules";
import { rewardRuleUpdate } from "@/lib/contracts/reward-rule";
import { AppError } from "@/lib/errors";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentRewardRule } from "./present-reward-rule";
import { refuseTaken } from "./refuse-taken";

/**
 * Changes a reward rule, for awards from now on: entries keep the points that they were written with.
 * @throws AppError `forbidden`, `not_found`, `invalid_request`; `conflict` when there is a rule for the event type
 */
export const updateRewardRule = mutation(
  { scope: "points:write", slug: "reward_rule", action: "update" },
  async (context, tx, { id, patch }: { id: string; patch: unknown }) => {
    const changes = parse(rewardRuleUpdate, patch);
    const current = await findRewardRuleForUpdate(context.scope, tx, id);
    if (!current) throw new AppError("not_found");
    const row = await refuseTaken(writeRewardRule(context.scope, tx, id, { ...changes, updatedAt: context.now }));
    if (!row) throw new AppError("not_found");
    const rule = presentRewardRule(row);
    return { recordId: id, before: presentRewardRule(current), after: rule, result: rule };
  },
);
