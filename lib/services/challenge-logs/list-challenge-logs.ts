import { listChallengeLogs as fetchChallengeLogs } from "@/db/queries/challenge-logs";
import { challengeLogFields, challengeLogList } from "@/lib/contracts/activity-log";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { type ListAnswer, listRecords } from "@/lib/services/list-records";
import { presentChallengeLog } from "./present-challenge-log";

/**
 * Lists logs, by the parameters of every list (DOMAIN 4).
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function listChallengeLogs(context: ServiceContext, parameters: URLSearchParams): Promise<ListAnswer> {
  authorize(context, "members:read");
  return listRecords(
    context,
    parameters,
    { slug: "challenge_log", types: challengeLogList, fields: challengeLogFields },
    (query) => fetchChallengeLogs(context.scope, context.db, query),
    (rows) => rows.map(presentChallengeLog),
  );
}
