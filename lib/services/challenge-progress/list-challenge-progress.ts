import { listChallengeProgress as fetchChallengeProgress } from "@/db/queries/challenge-progress";
import { challengeProgressFields, challengeProgressList } from "@/lib/contracts/progress";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { emptyList, type ListAnswer, listRecords } from "@/lib/services/list-records";
import { readWindows } from "./read-windows";

const NOUN = { slug: "challenge_progress", types: challengeProgressList, fields: challengeProgressFields };

/**
 * Lists windows as of now, by the parameters of every list (DOMAIN 4); a member's own only.
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function listChallengeProgress(context: ServiceContext, parameters: URLSearchParams): Promise<ListAnswer> {
  const { scope, db, now } = context;
  const viewer = authorizeReader(context, "members:read");
  if (!viewer.everyone && viewer.memberId === null) return emptyList(parameters, NOUN);
  const owner = viewer.everyone ? null : viewer.memberId;
  return listRecords(
    context,
    parameters,
    NOUN,
    (query) => fetchChallengeProgress(scope, db, query, now, owner),
    (rows) => readWindows(rows, now),
  );
}
