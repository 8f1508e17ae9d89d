import { findRewardLog } from "@/db/queries/reward-logs";
import { AppError } from "@/lib/errors";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentRewardLog, presentRewardLogToMember } from "./present-reward-log";

/**
 * Reads one reward log; a member only the member's own.
 * @throws AppError `forbidden`; `not_found` for an absent one or somebody else's
 */
export async function getRewardLog(context: ServiceContext, id: string) {
  const viewer = authorizeReader(context, "rewards:read");
  if (!viewer.everyone && viewer.memberId === null) throw new AppError("not_found");
  const row = await findRewardLog(context.scope, context.db, id, viewer.everyone ? null : viewer.memberId);
  if (!row) throw new AppError("not_found");
  return viewer.everyone ? presentRewardLog(row, context.now) : presentRewardLogToMember(row, context.now);
}
