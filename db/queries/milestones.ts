import { and, asc, eq, getTableColumns, inArray, isNull, max, type SQL, sql } from "drizzle-orm";
import { challenge } from "@/db/schema/challenges";
import { milestone } from "@/db/schema/milestones";
import { rewardLog } from "@/db/schema/reward-logs";
import { streak } from "@/db/schema/streaks";
import type { Db, Tx } from "@/db/types";
import type { Amount } from "@/lib/domain/amount";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { fetchPage, type ListQuery, type Page } from "./list";
import { listColumns } from "./list-columns";

export type MilestoneRow = typeof milestone.$inferSelect;
export type MilestoneValues = Omit<typeof milestone.$inferInsert, "programId">;

const COLUMNS = listColumns(milestone);

const present = (scope: TenantScope) => and(eq(milestone.programId, scope.programId), isNull(milestone.deletedAt));

/** A milestone outlives its deleted parent, which nobody sees any more. `of` is the table, or what it is called. */
export const parentIsThere = (of: typeof milestone | SQL) => {
  const parent = (table: typeof streak | typeof challenge) =>
    sql`exists (select from ${table} p
      where p.program_id = ${of}.program_id and p.id = ${of}.linked_schema_record_id and p.deleted_at is null)`;
  return sql`(${parent(streak)} or ${parent(challenge)})`;
};

export async function findMilestone(scope: TenantScope, db: Db | Tx, id: string): Promise<MilestoneRow | undefined> {
  const [row] = await db
    .select()
    .from(milestone)
    .where(and(present(scope), eq(milestone.id, id)));
  return row;
}

export async function findMilestonesByIds(scope: TenantScope, db: Db | Tx, ids: string[]): Promise<MilestoneRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(milestone)
    .where(and(present(scope), inArray(milestone.id, ids)));
}

/** Milestones by id, deleted ones too: rewards that they gave stay readable. */
export async function findMilestonesOfRewards(scope: TenantScope, db: Db | Tx, ids: string[]): Promise<MilestoneRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(milestone)
    .where(and(eq(milestone.programId, scope.programId), inArray(milestone.id, ids)));
}

/** The live milestones of parents, lowest first: the ladder that members see. */
export async function listLiveMilestones(
  scope: TenantScope,
  db: Db | Tx,
  parentIds: string[],
): Promise<MilestoneRow[]> {
  if (parentIds.length === 0) return [];
  return db
    .select()
    .from(milestone)
    .where(and(present(scope), eq(milestone.status, "live"), inArray(milestone.linkedSchemaRecordId, parentIds)))
    .orderBy(asc(milestone.milestoneTargetValue), asc(milestone.id));
}

/** All milestones of one parent, whatever their status, lowest first. */
export async function listMilestonesOf(scope: TenantScope, db: Db | Tx, parentId: string): Promise<MilestoneRow[]> {
  return db
    .select()
    .from(milestone)
    .where(and(present(scope), eq(milestone.linkedSchemaRecordId, parentId)))
    .orderBy(asc(milestone.milestoneTargetValue), asc(milestone.id));
}

/** Milestones, by the parameters of every list; those of a deleted parent are gone with it. */
export async function listMilestones(scope: TenantScope, db: Db | Tx, query: ListQuery): Promise<Page<MilestoneRow>> {
  return fetchPage(
    COLUMNS,
    query,
    [present(scope), parentIsThere(milestone)],
    (stretch) =>
      db
        .select({ row: getTableColumns(milestone), keys: stretch.keys })
        .from(milestone)
        .where(stretch.where)
        .orderBy(...stretch.orderBy)
        .limit(stretch.limit)
        .offset(stretch.offset),
    (where) => db.$count(milestone, where),
  );
}

export async function insertMilestone(scope: TenantScope, tx: Tx, values: MilestoneValues): Promise<MilestoneRow> {
  const [row] = await tx
    .insert(milestone)
    .values({ ...values, programId: scope.programId })
    .returning();
  if (!row) throw new Error("an insert answered no row");
  return row;
}

/** Changes a milestone; deleting it is a change of `deletedAt`. */
export async function updateMilestone(
  scope: TenantScope,
  tx: Tx,
  id: string,
  values: Partial<MilestoneValues>,
): Promise<MilestoneRow | undefined> {
  const [row] = await tx
    .update(milestone)
    .set(values)
    .where(and(present(scope), eq(milestone.id, id)))
    .returning();
  return row;
}

/** How many milestones each of these parents has, whatever their status; parents without any are left out. */
export function countByParent(
  scope: TenantScope,
  db: Db | Tx,
  parentIds: string[],
): Promise<{ parentId: string; milestones: number }[]> {
  return db
    .select({ parentId: milestone.linkedSchemaRecordId, milestones: sql<number>`count(*)::int` })
    .from(milestone)
    .where(and(present(scope), inArray(milestone.linkedSchemaRecordId, parentIds)))
    .groupBy(milestone.linkedSchemaRecordId);
}

/** The highest target among a parent's milestones, whatever their status. */
export async function highestTarget(scope: TenantScope, tx: Tx, parentId: string): Promise<Amount | null> {
  const [row] = await tx
    .select({ highest: max(milestone.milestoneTargetValue) })
    .from(milestone)
    .where(and(present(scope), eq(milestone.linkedSchemaRecordId, parentId)));
  return row?.highest ?? null;
}

/** Whether a milestone has given a reward. */
export async function milestoneHasPaid(scope: TenantScope, tx: Tx, id: string): Promise<boolean> {
  const rows = await tx
    .select({ one: sql`1` })
    .from(rewardLog)
    .where(and(eq(rewardLog.programId, scope.programId), eq(rewardLog.milestoneId, id)))
    .limit(1);
  return rows.length > 0;
}

/** Which of these milestones have given a reward. */
export async function listPaidMilestones(scope: TenantScope, db: Db | Tx, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const paid = sql`exists (select 1 from ${rewardLog} where ${rewardLog.programId} = ${milestone.programId} and ${rewardLog.milestoneId} = ${milestone.id})`;
  const rows = await db
    .select({ id: milestone.id })
    .from(milestone)
    .where(and(present(scope), inArray(milestone.id, ids), paid));
  return rows.map(({ id }) => id);
}
