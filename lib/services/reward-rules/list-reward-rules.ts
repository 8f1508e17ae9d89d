import { listRewardRules as fetchRewardRules } from "@/db/queries/reward-rules";
import { rewardRuleFields, rewardRuleList } from "@/lib/contracts/reward-rule";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { type ListAnswer, listRecords } from "@/lib/services/list-records";
import { presentRewardRule } from "./present-reward-rule";

/**
 * Lists reward rules, by the parameters of every list (DOMAIN 4).
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function listRewardRules(context: ServiceContext, parameters: URLSearchParams): Promise<ListAnswer> {
  authorize(context, "points:read");
  return listRecords(
    context,
    parameters,
    { slug: "reward_rule", types: rewardRuleList, fields: rewardRuleFields },
    (query) => fetchRewardRules(context.scope, context.db, query),
    (rows) => rows.map(presentRewardRule),
  );
}
