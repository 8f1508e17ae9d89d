import { and, desc, eq, getTableColumns, lte, type SQL, sql } from "drizzle-orm";
import { challengeProgress } from "@/db/schema/challenge-progress";
import { challenge } from "@/db/schema/challenges";
import type { Db, Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { fetchPage, type ListQuery, type Page } from "./list";
import { type ListColumns, listColumn, listColumns } from "./list-columns";

const ROW = {
  ...getTableColumns(challengeProgress),
  aggregationPeriod: challenge.aggregationPeriod,
  completionTargetValue: challenge.completionTargetValue,
  startsAt: challenge.startsAt,
  endsAt: challenge.endsAt,
};

export type ChallengeProgressRow = typeof challengeProgress.$inferSelect &
  Pick<typeof challenge.$inferSelect, "aggregationPeriod" | "completionTargetValue" | "startsAt" | "endsAt">;

const ofItsChallenge = and(
  eq(challenge.programId, challengeProgress.programId),
  eq(challenge.id, challengeProgress.challengeId),
);

/** `least` passes nulls over: the earlier of the period's end and `endsAt`, where there is one. */
const windowEnd = sql`least(${challengeProgress.periodEndAt}, ${challenge.endsAt})`;

/** The status at `now`: the same rule as `windowStatus` in lib/domain/challenge. */
const status = (now: EpochMs) => sql`case when ${challengeProgress.completedAt} is not null then 'completed'
  when ${windowEnd} <= ${new Date(now).toISOString()}::timestamptz then 'failed' else 'in_progress' end`;

function columns(now: EpochMs): ListColumns {
  const { completedAt: completed } = challengeProgress;
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const states: Record<string, SQL> = {
    completed: sql`${completed} is not null`,
    failed: sql`(${completed} is null and ${windowEnd} <= ${at})`,
    in_progress: sql`(${completed} is null and (${windowEnd} is null or ${windowEnd} > ${at}))`,
  };
  return {
    ...listColumns(challengeProgress),
    challengeId: { ...listColumn(challengeProgress.challengeId), ties: ["memberId", "periodIndex"] },
    ownedById: { ...listColumn(challengeProgress.memberId), ties: ["createdAt", "id"] },
    currentProgressValue: listColumn(challengeProgress.value),
    challengeProgressStatus: {
      expression: sql`(${status(now)})`,
      type: "text",
      nullable: false,
      holds: (state) => states[state] ?? sql`false`,
    },
    challengeStartedAt: listColumn(challengeProgress.startedAt),
    challengeCompletedAt: listColumn(challengeProgress.completedAt),
  };
}

function present(scope: TenantScope, memberId: string | null): SQL | undefined {
  const own = memberId === null ? undefined : eq(challengeProgress.memberId, memberId);
  return and(eq(challengeProgress.programId, scope.programId), own);
}

/** A window; `memberId` narrows it to one member's own. */
export async function findChallengeProgress(
  scope: TenantScope,
  db: Db | Tx,
  id: string,
  memberId: string | null,
): Promise<ChallengeProgressRow | undefined> {
  const [row] = await db
    .select(ROW)
    .from(challengeProgress)
    .innerJoin(challenge, ofItsChallenge)
    .where(and(present(scope, memberId), eq(challengeProgress.id, id)));
  return row;
}

/** A member's windows of one challenge up to a period, the latest first. */
export function listWindowsUpTo(
  scope: TenantScope,
  db: Db,
  { challengeId, memberId }: Pick<ChallengeProgressRow, "challengeId" | "memberId">,
  index: number,
  limit: number,
): Promise<ChallengeProgressRow[]> {
  return db
    .select(ROW)
    .from(challengeProgress)
    .innerJoin(challenge, ofItsChallenge)
    .where(
      and(
        present(scope, memberId),
        eq(challengeProgress.challengeId, challengeId),
        lte(challengeProgress.periodIndex, index),
      ),
    )
    .orderBy(desc(challengeProgress.periodIndex))
    .limit(limit);
}

export async function listChallengeProgress(
  scope: TenantScope,
  db: Db | Tx,
  query: ListQuery,
  now: EpochMs,
  memberId: string | null,
): Promise<Page<ChallengeProgressRow>> {
  return fetchPage(
    columns(now),
    query,
    [present(scope, memberId)],
    (stretch) =>
      db
        .select({ row: ROW, keys: stretch.keys })
        .from(challengeProgress)
        .innerJoin(challenge, ofItsChallenge)
        .where(stretch.where)
        .orderBy(...stretch.orderBy)
        .limit(stretch.limit)
        .offset(stretch.offset),
    (where) => countWindows(db, where),
  );
}

async function countWindows(db: Db | Tx, where: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(challengeProgress)
    .innerJoin(challenge, ofItsChallenge)
    .where(where);
  return row?.total ?? 0;
}
