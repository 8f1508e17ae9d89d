import { and, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { streakLog } from "@/db/schema/streak-logs";
import { streak } from "@/db/schema/streaks";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { fetchPage, type ListQuery, type Page } from "./list";
import { listColumns } from "./list-columns";

export type StreakRow = typeof streak.$inferSelect;
export type StreakValues = Omit<typeof streak.$inferInsert, "programId">;

const COLUMNS = listColumns(streak);

const present = (scope: TenantScope) => and(eq(streak.programId, scope.programId), isNull(streak.deletedAt));

/** A streak that is not deleted; `liveOnly` for what members may see. */
export async function findStreak(
  scope: TenantScope,
  db: Db | Tx,
  id: string,
  liveOnly = false,
): Promise<StreakRow | undefined> {
  const [row] = await db
    .select()
    .from(streak)
    .where(and(present(scope), eq(streak.id, id), liveOnly ? eq(streak.status, "live") : undefined));
  return row;
}

export async function findStreaksByIds(scope: TenantScope, db: Db | Tx, ids: string[]): Promise<StreakRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(streak)
    .where(and(present(scope), inArray(streak.id, ids)));
}

export async function listStreaks(
  scope: TenantScope,
  db: Db | Tx,
  query: ListQuery,
  liveOnly: boolean,
): Promise<Page<StreakRow>> {
  return fetchPage(
    COLUMNS,
    query,
    [present(scope), liveOnly ? eq(streak.status, "live") : undefined],
    (stretch) =>
      db
        .select({ row: getTableColumns(streak), keys: stretch.keys })
        .from(streak)
        .where(stretch.where)
        .orderBy(...stretch.orderBy)
        .limit(stretch.limit)
        .offset(stretch.offset),
    (where) => db.$count(streak, where),
  );
}

export async function insertStreak(scope: TenantScope, tx: Tx, values: StreakValues): Promise<StreakRow> {
  const [row] = await tx
    .insert(streak)
    .values({ ...values, programId: scope.programId })
    .returning();
  if (!row) throw new Error("an insert answered no row");
  return row;
}

/** Changes a streak; deleting it is a change of `deletedAt`. */
export async function updateStreak(
  scope: TenantScope,
  tx: Tx,
  id: string,
  values: Partial<StreakValues>,
): Promise<StreakRow | undefined> {
  const [row] = await tx
    .update(streak)
    .set(values)
    .where(and(present(scope), eq(streak.id, id)))
    .returning();
  return row;
}

export async function streakHasLogs(scope: TenantScope, db: Db | Tx, id: string): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(streakLog)
    .where(and(eq(streakLog.programId, scope.programId), eq(streakLog.streakId, id)))
    .limit(1);
  return rows.length > 0;
}
