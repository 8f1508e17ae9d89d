import { listLiveMilestones } from "@/db/queries/milestones";
import { findStreak } from "@/db/queries/streaks";
import { AppError } from "@/lib/errors";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { readingIn } from "@/lib/services/localization/localize";
import { presentStreak, presentStreakToMember } from "./present-streak";

/**
 * Reads one streak, its texts in the language that fits `languageCode` best. Members see live ones, without what is the marketer's.
 * @throws AppError `forbidden`; `not_found` for an absent, deleted or foreign one
 */
export async function getStreak(context: ServiceContext, id: string, languageCode: string | null = null) {
  const viewer = authorizeReader(context, "campaigns:read");
  const row = await findStreak(context.scope, context.db, id, !viewer.everyone);
  if (!row) throw new AppError("not_found");
  const reading = readingIn(context.program, languageCode);
  if (viewer.everyone) return presentStreak(row, reading);
  return presentStreakToMember(row, await listLiveMilestones(context.scope, context.db, [row.id]), reading);
}
