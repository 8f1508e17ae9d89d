import { findChallenge } from "@/db/queries/challenges";
import { listLiveMilestones } from "@/db/queries/milestones";
import { AppError } from "@/lib/errors";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { recordReading } from "@/lib/services/icons/record-reading";
import { presentChallenge, presentChallengeToMember } from "./present-challenge";

/**
 * Reads one challenge, its texts in the language that fits `languageCode` best. Members see live ones, without what is the marketer's.
 * @throws AppError `forbidden`; `not_found` for an absent, deleted or foreign one
 */
export async function getChallenge(context: ServiceContext, id: string, languageCode: string | null = null) {
  const viewer = authorizeReader(context, "campaigns:read");
  const row = await findChallenge(context.scope, context.db, id, !viewer.everyone);
  if (!row) throw new AppError("not_found");
  const milestones = viewer.everyone ? [] : await listLiveMilestones(context.scope, context.db, [row.id]);
  const reading = await recordReading(context, context.db, [row, ...milestones], languageCode);
  return viewer.everyone ? presentChallenge(row, reading) : presentChallengeToMember(row, milestones, reading);
}
