import { and, asc, count, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { rewardLog } from "@/db/schema/reward-logs";
import type { Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { jsonParameter } from "./json";
import { type ListQuery, matching } from "./list";
import { EDIT, type RewardLogEdit } from "./reward-log-sets";
import { rewardLogColumns } from "./reward-logs";

/** A reward as a row of a file names it; `milestone` is a name, or an id. */
export interface RewardReference {
  row: number;
  member: string;
  milestone: string;
  milestoneId: string | null;
  period: string | null;
  code: string;
}

export interface FoundReference {
  row: number;
  memberFound: boolean;
  milestoneFound: boolean;
  /** A reward of these that has the row's code already. */
  holder: string | null;
  /** Two of them at most: more than one is one too many. */
  rewards: { id: string; periodKey: string }[];
}

/** Finds the rewards that rows name by member and milestone, in one statement. */
export async function findReferencedRewards(
  scope: TenantScope,
  tx: Tx,
  references: RewardReference[],
): Promise<FoundReference[]> {
  const rewards = sql`reward_log r where r.program_id = ${scope.programId} and r.milestone_id = any (ms.ids)
    and r.member_id = m.id and (v.period is null or r.period_key = v.period)`;
  const { rows } = await tx.execute<{ found: FoundReference }>(sql`
    select json_build_object('row', v.row, 'memberFound', m.id is not null, 'milestoneFound', ms.ids is not null,
      'holder', holder.id, 'rewards', coalesce(named.rewards, '[]'::json)) as found
    from jsonb_to_recordset(${jsonParameter(references)})
      as v(row int, member text, milestone text, "milestoneId" uuid, period text, code text)
    left join member m on m.program_id = ${scope.programId} and m.external_id = v.member and m.deleted_at is null
    left join lateral (select array_agg(id) as ids from milestone
      where program_id = ${scope.programId} and (name = v.milestone or id = v."milestoneId")) ms on true
    left join lateral (select r.id from ${rewards} and r.coupon_code = v.code limit 1) holder on true
    left join lateral (select json_agg(json_build_object('id', id, 'periodKey', period_key)) as rewards
      from (select r.id, r.period_key from ${rewards} order by r.period_key limit 2) two) named on true`);
  return rows.map(({ found }) => found);
}

/** Locks reward logs by id, in the order of their ids. */
export async function lockRewardLogsByIds(scope: TenantScope, tx: Tx, ids: string[]): Promise<RewardLogEdit[]> {
  if (ids.length === 0) return [];
  return tx
    .select(EDIT)
    .from(rewardLog)
    .where(and(eq(rewardLog.programId, scope.programId), inArray(rewardLog.id, ids)))
    .orderBy(asc(rewardLog.id))
    .for("update");
}

/** Locks the rewards that wait for a code among those of a filter, the oldest first; `query.limit` at most. */
export async function lockWaitingRewards(
  scope: TenantScope,
  tx: Tx,
  query: ListQuery,
  now: EpochMs,
): Promise<RewardLogEdit[]> {
  const columns = rewardLogColumns(now);
  const where = matching(columns, query.filter, [
    eq(rewardLog.programId, scope.programId),
    columns["state"]?.holds?.("pending"),
    isNull(rewardLog.couponCode),
  ]);
  return tx
    .select(EDIT)
    .from(rewardLog)
    .where(where)
    .orderBy(asc(rewardLog.createdAt), asc(rewardLog.id))
    .limit(query.limit)
    .for("update");
}

/** How many rewards of the program have each code, and how many of these a filter matches. */
export async function countCodeHolders(
  scope: TenantScope,
  tx: Tx,
  codes: string[],
  query: ListQuery,
  now: EpochMs,
): Promise<{ code: string; all: number; matching: number }[]> {
  if (codes.length === 0) return [];
  const wanted: SQL = matching(rewardLogColumns(now), query.filter, []) ?? sql`true`;
  const rows = await tx
    .select({
      code: rewardLog.couponCode,
      all: count(),
      matching: sql<number>`(count(*) filter (where ${wanted}))::int`,
    })
    .from(rewardLog)
    .where(and(eq(rewardLog.programId, scope.programId), inArray(rewardLog.couponCode, codes)))
    .groupBy(rewardLog.couponCode);
  return rows.map(({ code, all, matching: some }) => ({ code: code ?? "", all, matching: some }));
}
