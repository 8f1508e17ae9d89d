import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { streakProgress, streakProgressMerge } from "@/db/schema/streak-progress";
import { streak } from "@/db/schema/streaks";
import type { Db, Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { fetchPage, type ListQuery, type Page } from "./list";
import { type ListColumns, listColumn, listColumns } from "./list-columns";

const ROW = {
  ...getTableColumns(streakProgress),
  aggregationPeriod: streak.aggregationPeriod,
  aggregationTargetValue: streak.aggregationTargetValue,
};

export type StreakProgressRow = Pick<typeof streak.$inferSelect, "aggregationPeriod" | "aggregationTargetValue"> &
  typeof streakProgress.$inferSelect;

const ofItsStreak = and(eq(streak.programId, streakProgress.programId), eq(streak.id, streakProgress.streakId));

const timestamp = (now: EpochMs) => sql`${new Date(now).toISOString()}::timestamptz`;

/** A provisional run does not show while the run before it is alive. */
const shown = (now: EpochMs) =>
  sql`(${streakProgress.length} > 0 or ${streakProgress.visibleFrom} is null or ${streakProgress.visibleFrom} <= ${timestamp(now)})`;

/** The status at `now`: the same rule as `runStatus` in lib/domain/streak. */
const status = (now: EpochMs) => sql`case when ${streakProgress.completedAt} is not null then 'completed'
  when ${streakProgress.nextFirstIndex} is not null or ${streakProgress.breaksAt} <= ${timestamp(now)} then 'broken' else 'in_progress' end`;

function columns(now: EpochMs): ListColumns {
  const { completedAt: completed, nextFirstIndex: next, breaksAt: breaks } = streakProgress;
  const at = timestamp(now);
  const states: Record<string, SQL> = {
    completed: sql`${completed} is not null`,
    in_progress: sql`(${completed} is null and ${next} is null and ${breaks} > ${at})`,
    broken: sql`(${completed} is null and (${next} is not null or ${breaks} <= ${at}))`,
  };
  return {
    ...listColumns(streakProgress),
    streakId: { ...listColumn(streakProgress.streakId), ties: ["createdAt", "id"] },
    ownedById: { ...listColumn(streakProgress.memberId), ties: ["createdAt", "id"] },
    currentProgressValue: listColumn(streakProgress.length),
    streakProgressStatus: {
      expression: sql`(${status(now)})`,
      type: "text",
      nullable: false,
      holds: (state) => states[state] ?? sql`false`,
    },
    streakStartedAt: listColumn(streakProgress.startedAt),
    streakCompletedAt: listColumn(streakProgress.completedAt),
  };
}

function present(scope: TenantScope, now: EpochMs, memberId: string | null): SQL | undefined {
  const own = memberId === null ? undefined : eq(streakProgress.memberId, memberId);
  return and(eq(streakProgress.programId, scope.programId), own, shown(now));
}

/** A run that shows at `now`; `memberId` narrows it to one member's own. */
export async function findStreakProgress(
  scope: TenantScope,
  db: Db | Tx,
  id: string,
  now: EpochMs,
  memberId: string | null,
): Promise<StreakProgressRow | undefined> {
  const [row] = await db
    .select(ROW)
    .from(streakProgress)
    .innerJoin(streak, ofItsStreak)
    .where(and(present(scope, now, memberId), eq(streakProgress.id, id)));
  return row;
}

export async function listStreakProgress(
  scope: TenantScope,
  db: Db | Tx,
  query: ListQuery,
  now: EpochMs,
  memberId: string | null,
): Promise<Page<StreakProgressRow>> {
  return fetchPage(
    columns(now),
    query,
    [present(scope, now, memberId)],
    (stretch) =>
      db
        .select({ row: ROW, keys: stretch.keys })
        .from(streakProgress)
        .innerJoin(streak, ofItsStreak)
        .where(stretch.where)
        .orderBy(...stretch.orderBy)
        .limit(stretch.limit)
        .offset(stretch.offset),
    (where) => db.$count(streakProgress, where),
  );
}

/** Whether the record was joined to an earlier one; `memberId` narrows it to one member's own. */
export async function isMergedStreakProgress(
  scope: TenantScope,
  db: Db | Tx,
  id: string,
  memberId: string | null,
): Promise<boolean> {
  const own = memberId === null ? undefined : eq(streakProgressMerge.memberId, memberId);
  const count = await db.$count(
    streakProgressMerge,
    and(eq(streakProgressMerge.programId, scope.programId), eq(streakProgressMerge.id, id), own),
  );
  return count > 0;
}
