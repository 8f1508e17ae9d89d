import { findChallenge } from "@/db/queries/challenges";
import { listLiveMilestones } from "@/db/queries/milestones";
import { AppError } from "@/lib/errors";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { readingIn } from "@/lib/services/localization/localize";
import { presentChallenge, presentChallengeToMember } from "./present-challenge";

/**
 * Reads one challenge, its texts in the language that fits `languageCode` best. Members see live ones, without what is the marketer's.
 * @throws AppError `forbidden`; `not_found` for an absent, deleted or foreign one
 */
export async function getChallenge(context: ServiceContext, id: string, languageCode: string | null = null) {
  const viewer = authorizeReader(context, "campaigns:read");
  const row = await findChallenge(context.scope, context.db, id, !viewer.everyone);
  if (!row) throw new AppError("not_found");
  const reading = readingIn(context.program, languageCode);
  if (viewer.everyone) return presentChallenge(row, reading);
  return presentChallengeToMember(row, await listLiveMilestones(context.scope, context.db, [row.id]), reading);
}
