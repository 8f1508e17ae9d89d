import { findChallengeLog } from "@/db/queries/challenge-logs";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentChallengeLog } from "./present-challenge-log";

/**
 * Reads one log.
 * @throws AppError `forbidden`, `not_found`
 */
export async function getChallengeLog(context: ServiceContext, id: string) {
  authorize(context, "members:read");
  const row = await findChallengeLog(context.scope, context.db, id);
  if (!row) throw new AppError("not_found");
  return presentChallengeLog(row);
}
