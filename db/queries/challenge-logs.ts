import { and, eq, getTableColumns } from "drizzle-orm";
import { challengeLog } from "@/db/schema/challenge-logs";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { fetchPage, type ListQuery, type Page } from "./list";
import { listColumn, listColumns } from "./list-columns";

export type ChallengeLogRow = typeof challengeLog.$inferSelect;

const COLUMNS = {
  ...listColumns(challengeLog, ["activityId", "periodKey"]),
  uniqueIdentifier: { ...listColumn(challengeLog.uniqueIdentifier), type: "key" as const, ties: ["challengeId"] },
  challengeId: { ...listColumn(challengeLog.challengeId), ties: ["createdAt", "id"] },
  ownedById: { ...listColumn(challengeLog.memberId), ties: ["createdAt", "id"] },
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
  return fetchPage(
    COLUMNS,
    query,
    [present(scope)],
    (stretch) =>
      db
        .select({ row: getTableColumns(challengeLog), keys: stretch.keys })
        .from(challengeLog)
        .where(stretch.where)
        .orderBy(...stretch.orderBy)
        .limit(stretch.limit)
        .offset(stretch.offset),
    (where) => db.$count(challengeLog, where),
  );
}
