import { listLiveMilestones } from "@/db/queries/milestones";
import { findStreak } from "@/db/queries/streaks";
import { AppError } from "@/lib/errors";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentStreak, presentStreakToMember } from "./present-streak";

/**
 * Reads one streak. Members see live ones, without what is the marketer's.
 * @throws AppError `forbidden`; `not_found` for an absent, deleted or foreign one
 */
export async function getStreak(context: ServiceContext, id: string) {
  const viewer = authorizeReader(context, "campaigns:read");
  const row = await findStreak(context.scope, context.db, id, !viewer.everyone);
  if (!row) throw new AppError("not_found");
  if (viewer.everyone) return presentStreak(row);
  return presentStreakToMember(row, await listLiveMilestones(context.scope, context.db, [row.id]));
}
