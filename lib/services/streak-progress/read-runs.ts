import { findTallies } from "@/db/queries/streak-periods";
import type { StreakProgressRow } from "@/db/queries/streak-progress";
import { amountFromText } from "@/lib/domain/amount";
import type { Run } from "@/lib/domain/streak";
import { taskIndex } from "@/lib/domain/task";
import type { ServiceContext } from "@/lib/services/context";
import { presentStreakProgress, type RunView } from "./present-streak-progress";
import { slotKey } from "./slot-key";

/** Shows runs with their tasks: one further statement for all of them. */
export async function readRuns(context: ServiceContext, rows: StreakProgressRow[]) {
  const { scope, db, now } = context;
  const views = rows.map(viewOf);
  const slots = views.map(({ streakId, memberId, run, period }) => ({
    parentId: streakId,
    memberId,
    index: taskIndex(run, period, now),
  }));
  const tallies = await findTallies(scope, db, slots);
  const values = new Map(tallies.map((tally) => [slotKey(tally), amountFromText(tally.value)]));
  return views.map((view, position) => {
    const slot = slots[position];
    return presentStreakProgress(view, (slot && values.get(slotKey(slot))) ?? 0n, now);
  });
}

/** What it takes to show a run that was kept. */
export function viewOf(row: StreakProgressRow): RunView {
  return {
    run: runOf(row),
    streakId: row.streakId,
    memberId: row.memberId,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    period: row.aggregationPeriod,
    target: row.aggregationTargetValue,
  };
}

function runOf(row: StreakProgressRow): Run {
  const { nextFirstIndex, nextStartedAt } = row;
  return {
    id: row.id,
    first: row.firstIndex,
    length: row.length,
    startedAt: row.startedAt,
    latest: { at: row.latestAt, zone: row.latestZone },
    completedAt: row.completedAt,
    next:
      nextFirstIndex === null || nextStartedAt === null ? null : { first: nextFirstIndex, startedAt: nextStartedAt },
  };
}
