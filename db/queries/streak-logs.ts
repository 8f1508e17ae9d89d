import { and, eq, getTableColumns } from "drizzle-orm";
import { streakLog } from "@/db/schema/streak-logs";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { type ListQuery, type Page, planList, toPage } from "./list";
import { listColumn, listColumns } from "./list-columns";

export type StreakLogRow = typeof streakLog.$inferSelect;

const COLUMNS = {
  ...listColumns(streakLog),
  ownedById: listColumn(streakLog.memberId),
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
  const plan = planList(COLUMNS, query, [present(scope)]);
  const fetched = await db
    .select({ row: getTableColumns(streakLog), keys: plan.keys })
    .from(streakLog)
    .where(plan.where)
    .orderBy(...plan.orderBy)
    .limit(plan.limit)
    .offset(plan.offset);
  return toPage(fetched, query, query.fetchTotalCount ? await db.$count(streakLog, plan.filtered) : null);
}
