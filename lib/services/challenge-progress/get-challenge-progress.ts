import { findChallengeProgress } from "@/db/queries/challenge-progress";
import { AppError } from "@/lib/errors";
import { authorizeReader } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentChallengeProgress } from "./present-challenge-progress";
import { windowViewOf } from "./read-windows";

/**
 * Reads one window as of now; a member only the member's own.
 * @throws AppError `forbidden`, `not_found`
 */
export async function getChallengeProgress(context: ServiceContext, id: string) {
  const { row } = await findWindow(context, id);
  return presentChallengeProgress(windowViewOf(row), context.now);
}

/** The window that `getChallengeProgress` reads, and who reads it. */
export async function findWindow(context: ServiceContext, id: string) {
  const viewer = authorizeReader(context, "members:read");
  if (!viewer.everyone && viewer.memberId === null) throw new AppError("not_found");
  const owner = viewer.everyone ? null : viewer.memberId;
  const row = await findChallengeProgress(context.scope, context.db, id, owner);
  if (!row) throw new AppError("not_found");
  return { row, viewer };
}
