import { and, eq, getTableColumns } from "drizzle-orm";
import { streakLog } from "@/db/schema/streak-logs";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { fetchPage, type ListQuery, type Page } from "./list";
import { listColumn, listColumns } from "./list-columns";

export type StreakLogRow = typeof streakLog.$inferSelect;

const COLUMNS = {
  ...listColumns(streakLog, ["activityId", "periodKey"]),
  uniqueIdentifier: { ...listColumn(streakLog.uniqueIdentifier), type: "key" as const, ties: ["streakId"] },
  streakId: { ...listColumn(streakLog.streakId), ties: ["createdAt", "id"] },
  ownedById: { ...listColumn(streakLog.memberId), ties: ["createdAt", "id"] },
  // A log never changes.
  updatedAt: listColumn(streakLog.createdAt),
  receivedAt: listColumn(streakLog.createdAt),
};

const present = (scope: TenantScope) => eq(streakLog.programId, scope.programId);

export async function findStreakLog(scope: TenantScope, db: Db | Tx, id: string): Promise<StreakLogRow | undefined> {
  const [row] = await db
    .select()
    .from(streakLog)
    .where(and(present(scope), eq(streakLog.id, id)));
  return row;
}

export async function listStreakLogs(scope: TenantScope, db: Db | Tx, query: ListQuery): Promise<Page<StreakLogRow>> {
  return fetchPage(
    COLUMNS,
    query,
    [present(scope)],
    (stretch) =>
      db
        .select({ row: getTableColumns(streakLog), keys: stretch.keys })
        .from(streakLog)
        .where(stretch.where)
        .orderBy(...stretch.orderBy)
        .limit(stretch.limit)
        .offset(stretch.offset),
    (where) => db.$count(streakLog, where),
  );
}
