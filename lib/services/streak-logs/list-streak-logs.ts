import { listStreakLogs as fetchStreakLogs } from "@/db/queries/streak-logs";
import { streakLogFields, streakLogList } from "@/lib/contracts/activity-log";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { type ListAnswer, listRecords } from "@/lib/services/list-records";
import { presentStreakLog } from "./present-streak-log";

/**
 * Lists logs, by the parameters of every list (DOMAIN 4).
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function listStreakLogs(context: ServiceContext, parameters: URLSearchParams): Promise<ListAnswer> {
  authorize(context, "members:read");
  return listRecords(
    context,
    parameters,
    { slug: "streak_log", types: streakLogList, fields: streakLogFields },
    (query) => fetchStreakLogs(context.scope, context.db, query),
    (rows) => rows.map(presentStreakLog),
  );
}
