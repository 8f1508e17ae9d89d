import { and, eq, getTableColumns } from "drizzle-orm";
import { challengeLog } from "@/db/schema/challenge-logs";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { type ListQuery, type Page, planList, toPage } from "./list";
import { listColumn, listColumns } from "./list-columns";

export type ChallengeLogRow = typeof challengeLog.$inferSelect;

const COLUMNS = {
  ...listColumns(challengeLog),
  ownedById: listColumn(challengeLog.memberId),
  // A log never changes.
  updatedAt: listColumn(challengeLog.createdAt),
  receivedAt: listColumn(challengeLog.createdAt),
};

const present = (scope: TenantScope) => eq(challengeLog.programId, scope.programId);

export async function findChallengeLog(
  scope: TenantScope,
  db: Db | Tx,
  id: string,
): Promise<ChallengeLogRow | undefined> {
  const [row] = await db
    .select()
    .from(challengeLog)
    .where(and(present(scope), eq(challengeLog.id, id)));
  return row;
}

export async function listChallengeLogs(
  scope: TenantScope,
  db: Db | Tx,
  query: ListQuery,
): Promise<Page<ChallengeLogRow>> {
  const plan = planList(COLUMNS, query, [present(scope)]);
  const fetched = await db
    .select({ row: getTableColumns(challengeLog), keys: plan.keys })
    .from(challengeLog)
    .where(plan.where)
    .orderBy(...plan.orderBy)
    .limit(plan.limit)
    .offset(plan.offset);
  return toPage(fetched, query, query.fetchTotalCount ? await db.$count(challengeLog, plan.filtered) : null);
}
