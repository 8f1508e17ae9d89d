import { insertRewardRule } from "@/db/queries/reward-rules";
import { rewardRuleCreate } from "@/lib/contracts/reward-rule";
import { newId } from "@/lib/services/ids";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentRewardRule } from "./present-reward-rule";
import { refuseTaken } from "./refuse-taken";

/**
 * Creates a reward rule (DOMAIN 2).
 * @throws AppError `forbidden`, `invalid_request`; `conflict` when there is a rule for the event type
 */
export const createRewardRule = mutation(
  { scope: "points:write", slug: "reward_rule", action: "create" },
  async (context, tx, input: unknown) => {
    const values = parse(rewardRuleCreate, input);
    const times = { createdAt: context.now, updatedAt: context.now };
    const row = await refuseTaken(insertRewardRule(context.scope, tx, { ...values, id: newId(), ...times }));
    const rule = presentRewardRule(row);
    return { recordId: row.id, before: null, after: rule, result: rule };
  },
);
