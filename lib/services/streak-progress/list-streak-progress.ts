import { listStreakProgress as fetchStreakProgress } from "@/db/queries/streak-progress";
import { streakProgressFields, streakProgressList } from "@/lib/contracts/progress";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { emptyList, type ListAnswer, listRecords } from "@/lib/services/list-records";
import { readRuns } from "./read-runs";

const NOUN = { slug: "streak_progress", types: streakProgressList, fields: streakProgressFields };

/**
 * Lists runs as of now, by the parameters of every list (DOMAIN 4); a member's own only.
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function listStreakProgress(context: ServiceContext, parameters: URLSearchParams): Promise<ListAnswer> {
  const { scope, db, now } = context;
  const viewer = authorizeReader(context, "members:read");
  if (!viewer.everyone && viewer.memberId === null) return emptyList(parameters, NOUN);
  const owner = viewer.everyone ? null : viewer.memberId;
  return listRecords(
    context,
    parameters,
    NOUN,
    (query) => fetchStreakProgress(scope, db, query, now, owner),
    (rows) => readRuns(context, rows),
  );
}
