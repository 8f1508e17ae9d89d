import { findStreakProgress, isMergedStreakProgress } from "@/db/queries/streak-progress";
import { AppError } from "@/lib/errors";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { readRuns } from "./read-runs";

/**
 * Reads one run as of now; a member only the member's own.
 * @throws AppError `forbidden`; `merged` for a run that a late log joined to an earlier one; `not_found`
 */
export async function getStreakProgress(context: ServiceContext, id: string) {
  const { row } = await findRun(context, id);
  const [progress] = await readRuns(context, [row]);
  return progress;
}

/** The run that `getStreakProgress` reads, and who reads it. */
export async function findRun(context: ServiceContext, id: string) {
  const viewer = authorizeReader(context, "members:read");
  if (!viewer.everyone && viewer.memberId === null) throw new AppError("not_found");
  const owner = viewer.everyone ? null : viewer.memberId;
  const row = await findStreakProgress(context.scope, context.db, id, context.now, owner);
  if (row) return { row, viewer };
  if (await isMergedStreakProgress(context.scope, context.db, id, owner))
    throw new AppError("merged", { detail: "A late activity joined this run to an earlier one, which goes on." });
  throw new AppError("not_found");
}
