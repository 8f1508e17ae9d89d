import { and, asc, eq, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { milestone } from "@/db/schema/milestones";
import { rewardLog } from "@/db/schema/reward-logs";
import type { Db, Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { fetchPage, type ListQuery, type Page } from "./list";
import { type ListColumns, listColumn, listColumns } from "./list-columns";

/** A reward log with the milestone that gave it, which may have been deleted since. */
export interface RewardLogRow {
  reward: typeof rewardLog.$inferSelect;
  milestone: typeof milestone.$inferSelect;
}
export type RewardLogValues = Partial<
  Pick<
    typeof rewardLog.$inferInsert,
    "couponCode" | "rewardIssuedAt" | "rewardExpiryAt" | "rewardRedeemedAt" | "updatedAt"
  >
>;

const ROW = { reward: getTableColumns(rewardLog), milestone: getTableColumns(milestone) };

const itsMilestone = and(eq(milestone.programId, rewardLog.programId), eq(milestone.id, rewardLog.milestoneId));

/** What lists of reward logs filter and sort by, as of `now`. */
export function rewardLogColumns(now: EpochMs): ListColumns {
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const { rewardIssuedAt: issued, rewardExpiryAt: expiry, rewardRedeemedAt: redeemed } = rewardLog;
  const valid = sql`(${expiry} is null or ${expiry} >= ${at})`;
  const states: Record<string, SQL> = {
    redeemed: sql`${redeemed} is not null`,
    expired: sql`(${redeemed} is null and ${expiry} < ${at})`,
    issued: sql`(${redeemed} is null and ${issued} is not null and ${valid})`,
    pending: sql`(${redeemed} is null and ${issued} is null and ${valid})`,
  };
  return {
    ...listColumns(rewardLog, ["periodKey", "uniqueIdentifier"]),
    ownedById: { ...listColumn(rewardLog.memberId), ties: ["createdAt", "id"] },
    // The same rule as `rewardState` in lib/domain/reward-state.
    state: {
      expression: sql`(case when ${rewardLog.rewardRedeemedAt} is not null then 'redeemed' when ${rewardLog.rewardExpiryAt} < ${at} then 'expired'
        when ${rewardLog.rewardIssuedAt} is not null then 'issued' else 'pending' end)`,
      type: "text",
      nullable: false,
      holds: (state) => states[state] ?? sql`false`,
    },
  };
}

function present(scope: TenantScope, memberId: string | null): SQL | undefined {
  const own = memberId === null ? undefined : eq(rewardLog.memberId, memberId);
  return and(eq(rewardLog.programId, scope.programId), own);
}

/** A reward log; `memberId` narrows it to one member's own. */
export async function findRewardLog(
  scope: TenantScope,
  db: Db | Tx,
  id: string,
  memberId: string | null,
): Promise<RewardLogRow | undefined> {
  const [row] = await db
    .select(ROW)
    .from(rewardLog)
    .innerJoin(milestone, itsMilestone)
    .where(and(present(scope, memberId), eq(rewardLog.id, id)));
  return row;
}

/** A reward log to be changed: two who set a code at once come one after the other. */
export async function findRewardLogForUpdate(
  scope: TenantScope,
  tx: Tx,
  id: string,
): Promise<RewardLogRow | undefined> {
  const [row] = await tx
    .select(ROW)
    .from(rewardLog)
    .innerJoin(milestone, itsMilestone)
    .where(and(present(scope, null), eq(rewardLog.id, id)))
    .for("update", { of: rewardLog });
  return row;
}

/** The rewards of some identifiers, each of one member in one period; those of lower milestones first. */
export function findRewardsOf(scope: TenantScope, db: Db, identifiers: string[]): Promise<RewardLogRow[]> {
  return db
    .select(ROW)
    .from(rewardLog)
    .innerJoin(milestone, itsMilestone)
    .where(and(present(scope, null), inArray(rewardLog.uniqueIdentifier, identifiers)))
    .orderBy(asc(milestone.milestoneTargetValue), asc(rewardLog.id));
}

export async function listRewardLogs(
  scope: TenantScope,
  db: Db | Tx,
  query: ListQuery,
  now: EpochMs,
  memberId: string | null,
): Promise<Page<RewardLogRow>> {
  return fetchPage(
    rewardLogColumns(now),
    query,
    [present(scope, memberId)],
    async (stretch) => {
      const fetched = await db
        .select({ ...ROW, keys: stretch.keys })
        .from(rewardLog)
        .innerJoin(milestone, itsMilestone)
        .where(stretch.where)
        .orderBy(...stretch.orderBy)
        .limit(stretch.limit)
        .offset(stretch.offset);
      return fetched.map(({ keys, ...row }) => ({ row, keys }));
    },
    (where) => db.$count(rewardLog, where),
  );
}

export async function updateRewardLog(
  scope: TenantScope,
  tx: Tx,
  id: string,
  values: RewardLogValues,
): Promise<typeof rewardLog.$inferSelect | undefined> {
  const [row] = await tx
    .update(rewardLog)
    .set(values)
    .where(and(eq(rewardLog.programId, scope.programId), eq(rewardLog.id, id)))
    .returning();
  return row;
}
