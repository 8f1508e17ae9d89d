import { findRewardRule } from "@/db/queries/reward-rules";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentRewardRule } from "./present-reward-rule";

/**
 * Reads one reward rule.
 * @throws AppError `forbidden`, `not_found`
 */
export async function getRewardRule(context: ServiceContext, id: string) {
  authorize(context, "points:read");
  const row = await findRewardRule(context.scope, context.db, id);
  if (!row) throw new AppError("not_found");
  return presentRewardRule(row);
}
