import { and, eq, getTableColumns, isNull } from "drizzle-orm";
import { rewardRule } from "@/db/schema/reward-rules";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { fetchPage, type ListQuery, type Page } from "./list";
import { listColumns } from "./list-columns";

export type RewardRuleRow = typeof rewardRule.$inferSelect;
export type RewardRuleValues = Omit<typeof rewardRule.$inferInsert, "programId">;

const COLUMNS = listColumns(rewardRule);

const present = (scope: TenantScope) => and(eq(rewardRule.programId, scope.programId), isNull(rewardRule.deletedAt));

export async function findRewardRule(scope: TenantScope, db: Db | Tx, id: string): Promise<RewardRuleRow | undefined> {
  const [row] = await db
    .select()
    .from(rewardRule)
    .where(and(present(scope), eq(rewardRule.id, id)));
  return row;
}

/** A rule to be changed: its row is locked. */
export async function findRewardRuleForUpdate(
  scope: TenantScope,
  tx: Tx,
  id: string,
): Promise<RewardRuleRow | undefined> {
  const [row] = await tx
    .select()
    .from(rewardRule)
    .where(and(present(scope), eq(rewardRule.id, id)))
    .for("update");
  return row;
}

export async function listRewardRules(scope: TenantScope, db: Db | Tx, query: ListQuery): Promise<Page<RewardRuleRow>> {
  return fetchPage(
    COLUMNS,
    query,
    [present(scope)],
    (stretch) =>
      db
        .select({ row: getTableColumns(rewardRule), keys: stretch.keys })
        .from(rewardRule)
        .where(stretch.where)
        .orderBy(...stretch.orderBy)
        .limit(stretch.limit)
        .offset(stretch.offset),
    (where) => db.$count(rewardRule, where),
  );
}

export async function insertRewardRule(scope: TenantScope, tx: Tx, values: RewardRuleValues): Promise<RewardRuleRow> {
  const [row] = await tx
    .insert(rewardRule)
    .values({ ...values, programId: scope.programId })
    .returning();
  if (!row) throw new Error("an insert answered no row");
  return row;
}

/** Changes a rule; deleting it is a change of `deletedAt`. */
export async function updateRewardRule(
  scope: TenantScope,
  tx: Tx,
  id: string,
  values: Partial<RewardRuleValues>,
): Promise<RewardRuleRow | undefined> {
  const [row] = await tx
    .update(rewardRule)
    .set(values)
    .where(and(present(scope), eq(rewardRule.id, id)))
    .returning();
  return row;
}
