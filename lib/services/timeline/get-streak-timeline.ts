import type { TallyRow } from "@/db/queries/streak-periods";
import { findTallies } from "@/db/queries/streak-periods";
import { amountFromText } from "@/lib/domain/amount";
import type { PeriodTally, Run } from "@/lib/domain/streak";
import { taskIndex } from "@/lib/domain/task";
import { runBreak, runNeed, runPeriod, timelineSpan } from "@/lib/domain/timeline";
import type { ServiceContext } from "@/lib/services/context";
import { findRun } from "@/lib/services/streak-progress/get-streak-progress";
import { presentStreakProgress, type RunView } from "@/lib/services/streak-progress/present-streak-progress";
import { viewOf } from "@/lib/services/streak-progress/read-runs";
import { iso, wireAmount } from "@/lib/services/wire";
import { namePeriod } from "./present-period";
import { tellPeriods } from "./tell-periods";
import { pagingOf, readPage } from "./timeline-page";

/**
 * Tells the story of a run as of now, the latest period first: what was logged in each, whether it was met, and the
 * rewards it led to; of a broken run, `brokenBy` names what broke it, and of one in progress `neededNext` what it takes to
 * go on. A member reads the member's own.
 * @throws AppError as `getStreakProgress`; `invalid_request` that names the wrong parameter
 */
export async function getStreakTimeline(context: ServiceContext, id: string, parameters: URLSearchParams) {
  const { row, viewer } = await findRun(context, id);
  const page = readPage(context, id, parameters);
  const view = viewOf(row);
  const { run, period, streakId, memberId } = view;
  const span = timelineSpan(run, period, context.now);
  const from = Math.min(span.last, (page.after ?? Number.POSITIVE_INFINITY) - 1);
  const to = Math.max(span.first, from - page.limit + 1);
  const indexes = Array.from({ length: Math.max(from - to + 1, 0) }, (_, offset) => from - offset);
  const tallies = await findRunTallies(context, view, indexes);
  const told = indexes.map((index) => runPeriod(run, view, index, tallies.get(index), context.now));
  const story = { slug: "streak" as const, parentId: streakId, memberId, period, viewer, ...page };
  return {
    data: await tellPeriods(context, story, told),
    progress: presentStreakProgress(view, tallies.get(taskIndex(run, period, context.now))?.value ?? 0n, context.now),
    brokenBy: presentBreak(context, view, tallies),
    neededNext: presentNeed(context, view, tallies),
    paging: pagingOf(context, id, page, to > span.first && indexes.length > 0 ? to : null),
  };
}

/** The tasks of a page, and of what the record itself shows: the current one, the one that broke the run or is needed. */
async function findRunTallies(context: ServiceContext, view: RunView, indexes: number[]) {
  const { run, period, streakId: parentId, memberId } = view;
  const decisive = runBreak(run, period, context.now)?.missed ?? runNeed(run, period, context.now)?.index ?? null;
  const wanted = new Set([...indexes, taskIndex(run, period, context.now), ...(decisive === null ? [] : [decisive])]);
  const slots = [...wanted].map((index) => ({ parentId, memberId, index }));
  const rows = await findTallies(context.scope, context.db, slots);
  return new Map(rows.map((row) => [row.index, tallyOf(row)]));
}

function tallyOf(row: TallyRow): PeriodTally {
  const latest = { at: row.latestAt, zone: row.latestZone };
  return { index: row.index, value: amountFromText(row.value), firstAt: row.firstAt, latest, metAt: row.metAt };
}

/** Why the run is broken: the missed period by its local day and zone, or the member's next run. */
function presentBreak({ now }: ServiceContext, view: RunView, tallies: Map<number, PeriodTally>) {
  const { run, period } = view;
  const broken = runBreak(run, period, now);
  if (!broken) return null;
  const { cause, at, missed, zone } = broken;
  return {
    cause,
    brokenAt: iso(at),
    missedPeriod: missed === null ? null : presentTask(view, tallies, missed, zone),
    nextRun: cause === "next_run" ? presentNext(run, view) : null,
  };
}

/** What keeps a run going: the period to be met next, what it holds so far, and until when. */
function presentNeed({ now }: ServiceContext, view: RunView, tallies: Map<number, PeriodTally>) {
  const { run, period } = view;
  const need = runNeed(run, period, now);
  return need && { ...presentTask(view, tallies, need.index, run.latest.zone), dueAt: iso(need.at) };
}

function presentTask({ period, target }: RunView, tallies: Map<number, PeriodTally>, index: number, zone: string) {
  return {
    ...namePeriod(period, index, zone),
    value: wireAmount(tallies.get(index)?.value ?? 0n),
    targetValue: wireAmount(target),
  };
}

function presentNext({ next, latest }: Run, { period }: RunView) {
  return next && { ...namePeriod(period, next.first, latest.zone), startedAt: iso(next.startedAt) };
}
