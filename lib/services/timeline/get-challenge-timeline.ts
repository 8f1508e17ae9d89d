import { listWindowsUpTo } from "@/db/queries/challenge-progress";
import { windowPeriod } from "@/lib/domain/timeline";
import { findWindow } from "@/lib/services/challenge-progress/get-challenge-progress";
import { presentChallengeProgress } from "@/lib/services/challenge-progress/present-challenge-progress";
import { windowViewOf } from "@/lib/services/challenge-progress/read-windows";
import type { ServiceContext } from "@/lib/services/context";
import { tellPeriods } from "./tell-periods";
import { pagingOf, readPage } from "./timeline-page";

/**
 * Tells the story of a window as of now, and of the member's windows of the same challenge before it, the latest first.
 * A member reads the member's own.
 * @throws AppError as `getChallengeProgress`; `invalid_request` that names the wrong parameter
 */
export async function getChallengeTimeline(context: ServiceContext, id: string, parameters: URLSearchParams) {
  const { scope, db, now } = context;
  const { row, viewer } = await findWindow(context, id);
  const page = readPage(context, id, parameters);
  const upTo = Math.min(row.periodIndex, (page.after ?? Number.POSITIVE_INFINITY) - 1);
  const rows = await listWindowsUpTo(scope, db, row, upTo, page.limit + 1);
  const views = rows.slice(0, page.limit).map(windowViewOf);
  const told = views.map((view) => windowPeriod(view.window, view, now));
  const { challengeId: parentId, memberId, aggregationPeriod: period } = row;
  return {
    data: await tellPeriods(context, { slug: "challenge", parentId, memberId, period, viewer, ...page }, told),
    progress: presentChallengeProgress(windowViewOf(row), now),
    paging: pagingOf(context, id, page, rows.length > page.limit ? (told.at(-1)?.index ?? null) : null),
  };
}
