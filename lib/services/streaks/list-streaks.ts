import { listLiveMilestones } from "@/db/queries/milestones";
import { listStreaks as fetchStreaks } from "@/db/queries/streaks";
import { streakFields, streakList, streakMemberFields, streakMemberList } from "@/lib/contracts/streak";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { recordReading } from "@/lib/services/icons/record-reading";
import { type ListAnswer, listRecords } from "@/lib/services/list-records";
import { presentStreak, presentStreakToMember } from "./present-streak";

/**
 * Lists streaks, by the parameters of every list (DOMAIN 4). Members see live ones.
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function listStreaks(context: ServiceContext, parameters: URLSearchParams): Promise<ListAnswer> {
  const { scope, db } = context;
  if (authorizeReader(context, "campaigns:read").everyone)
    return listRecords(
      context,
      parameters,
      { slug: "streak", types: streakList, fields: streakFields },
      (query) => fetchStreaks(scope, db, query, false),
      async (rows, languageCode) => {
        const reading = await recordReading(context, db, rows, languageCode);
        return rows.map((row) => presentStreak(row, reading));
      },
    );
  return listRecords(
    context,
    parameters,
    { slug: "streak", types: streakMemberList, fields: streakMemberFields },
    (query) => fetchStreaks(scope, db, query, true),
    async (rows, languageCode) => {
      const ids = rows.map((row) => row.id);
      const milestones = await listLiveMilestones(scope, db, ids);
      const reading = await recordReading(context, db, [...rows, ...milestones], languageCode);
      return rows.map((row) => presentStreakToMember(row, milestones, reading));
    },
  );
}
