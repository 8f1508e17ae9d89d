import { MAX_BODY, type Operation, type Request } from "@/lib/http/operations/operation";
import { awardPoints } from "@/lib/services/points/award-points";
import { getBalance } from "@/lib/services/points/get-balance";
import { getHistory } from "@/lib/services/points/get-history";
import { createRewardRule } from "@/lib/services/reward-rules/create-reward-rule";
import { deleteRewardRule } from "@/lib/services/reward-rules/delete-reward-rule";
import { getRewardRule } from "@/lib/services/reward-rules/get-reward-rule";
import { listRewardRules } from "@/lib/services/reward-rules/list-reward-rules";
import { updateRewardRule } from "@/lib/services/reward-rules/update-reward-rule";
import { recordOperations } from "./records";
import { success } from "./v1-success";

/** Reward rules, and the points API with its own envelope; its errors are in ../points-envelope. */
export const pointsOperations: Operation[] = [
  ...recordOperations("reward_rule", {
    create: createRewardRule,
    get: getRewardRule,
    list: listRewardRules,
    update: updateRewardRule,
    delete: deleteRewardRule,
  }),
  {
    method: "POST",
    path: "/v1/points/award",
    access: "program",
    maxBytes: MAX_BODY,
    parameters: [],
    run: async (context, { body }) =>
      success("Points awarded successfully", { data: await awardPoints(context, body) }),
  },
  {
    method: "GET",
    path: "/v1/users/{userId}/balance",
    access: "program",
    maxBytes: null,
    parameters: [],
    run: async (context, { params }) =>
      success("Balance retrieved successfully", { data: await getBalance(context, userIdOf(params)) }),
  },
  {
    method: "GET",
    path: "/v1/users/{userId}/history",
    access: "program",
    maxBytes: null,
    parameters: null,
    run: async (context, { params, query }) =>
      success("History retrieved successfully", await getHistory(context, userIdOf(params), query)),
  },
];

/** The customer's own id as it stands in the path; a path that cannot be decoded does not get here. */
function userIdOf(params: Request["params"]): string {
  return decodeURIComponent(params["userId"] ?? "");
}
