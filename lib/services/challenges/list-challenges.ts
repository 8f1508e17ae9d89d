import { listChallenges as fetchChallenges } from "@/db/queries/challenges";
import { listLiveMilestones } from "@/db/queries/milestones";
import { challengeFields, challengeList, challengeMemberFields, challengeMemberList } from "@/lib/contracts/challenge";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { recordReading } from "@/lib/services/icons/record-reading";
import { type ListAnswer, listRecords } from "@/lib/services/list-records";
import { presentChallenge, presentChallengeToMember } from "./present-challenge";

/**
 * Lists challenges, by the parameters of every list (DOMAIN 4). Members see live ones.
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function listChallenges(context: ServiceContext, parameters: URLSearchParams): Promise<ListAnswer> {
  const { scope, db } = context;
  if (authorizeReader(context, "campaigns:read").everyone)
    return listRecords(
      context,
      parameters,
      { slug: "challenge", types: challengeList, fields: challengeFields },
      (query) => fetchChallenges(scope, db, query, false),
      async (rows, languageCode) => {
        const reading = await recordReading(context, db, rows, languageCode);
        return rows.map((row) => presentChallenge(row, reading));
      },
    );
  return listRecords(
    context,
    parameters,
    { slug: "challenge", types: challengeMemberList, fields: challengeMemberFields },
    (query) => fetchChallenges(scope, db, query, true),
    async (rows, languageCode) => {
      const ids = rows.map((row) => row.id);
      const milestones = await listLiveMilestones(scope, db, ids);
      const reading = await recordReading(context, db, [...rows, ...milestones], languageCode);
      return rows.map((row) => presentChallengeToMember(row, milestones, reading));
    },
  );
}
