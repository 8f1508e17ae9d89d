import { and, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { challengeLog } from "@/db/schema/challenge-logs";
import { challenge } from "@/db/schema/challenges";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { fetchPage, type ListQuery, type Page } from "./list";
import { listColumns } from "./list-columns";

export type ChallengeRow = typeof challenge.$inferSelect;
export type ChallengeValues = Omit<typeof challenge.$inferInsert, "programId">;

const COLUMNS = listColumns(challenge);

const present = (scope: TenantScope) => and(eq(challenge.programId, scope.programId), isNull(challenge.deletedAt));

/** A challenge that is not deleted; `liveOnly` for what members may see. */
export async function findChallenge(
  scope: TenantScope,
  db: Db | Tx,
  id: string,
  liveOnly = false,
): Promise<ChallengeRow | undefined> {
  const [row] = await db
    .select()
    .from(challenge)
    .where(and(present(scope), eq(challenge.id, id), liveOnly ? eq(challenge.status, "live") : undefined));
  return row;
}

export async function findChallengesByIds(scope: TenantScope, db: Db | Tx, ids: string[]): Promise<ChallengeRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(challenge)
    .where(and(present(scope), inArray(challenge.id, ids)));
}

export async function listChallenges(
  scope: TenantScope,
  db: Db | Tx,
  query: ListQuery,
  liveOnly: boolean,
): Promise<Page<ChallengeRow>> {
  return fetchPage(
    COLUMNS,
    query,
    [present(scope), liveOnly ? eq(challenge.status, "live") : undefined],
    (stretch) =>
      db
        .select({ row: getTableColumns(challenge), keys: stretch.keys })
        .from(challenge)
        .where(stretch.where)
        .orderBy(...stretch.orderBy)
        .limit(stretch.limit)
        .offset(stretch.offset),
    (where) => db.$count(challenge, where),
  );
}

export async function insertChallenge(scope: TenantScope, tx: Tx, values: ChallengeValues): Promise<ChallengeRow> {
  const [row] = await tx
    .insert(challenge)
    .values({ ...values, programId: scope.programId })
    .returning();
  if (!row) throw new Error("an insert answered no row");
  return row;
}

/** Changes a challenge; deleting it is a change of `deletedAt`. */
export async function updateChallenge(
  scope: TenantScope,
  tx: Tx,
  id: string,
  values: Partial<ChallengeValues>,
): Promise<ChallengeRow | undefined> {
  const [row] = await tx
    .update(challenge)
    .set(values)
    .where(and(present(scope), eq(challenge.id, id)))
    .returning();
  return row;
}

export async function challengeHasLogs(scope: TenantScope, db: Db | Tx, id: string): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(challengeLog)
    .where(and(eq(challengeLog.programId, scope.programId), eq(challengeLog.challengeId, id)))
    .limit(1);
  return rows.length > 0;
}
