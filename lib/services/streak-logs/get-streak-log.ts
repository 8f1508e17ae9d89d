import { findStreakLog } from "@/db/queries/streak-logs";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentStreakLog } from "./present-streak-log";

/**
 * Reads one log.
 * @throws AppError `forbidden`, `not_found`
 */
export async function getStreakLog(context: ServiceContext, id: string) {
  authorize(context, "members:read");
  const row = await findStreakLog(context.scope, context.db, id);
  if (!row) throw new AppError("not_found");
  return presentStreakLog(row);
}
