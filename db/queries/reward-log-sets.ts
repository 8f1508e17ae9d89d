import { and, asc, eq, sql } from "drizzle-orm";
import { rewardLog } from "@/db/schema/reward-logs";
import type { Db, Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { RewardFields } from "@/lib/domain/reward-state";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { jsonParameter } from "./json";
import { type ListQuery, matching } from "./list";
import { rewardLogColumns } from "./reward-logs";

/** A reward log as far as a change of many needs it. */
export type RewardLogEdit = RewardFields & { id: string };

/** The same, and when it was changed last. */
export type LockedRewardLog = RewardLogEdit & { updatedAt: EpochMs };

export const EDIT = {
  id: rewardLog.id,
  couponCode: rewardLog.couponCode,
  rewardIssuedAt: rewardLog.rewardIssuedAt,
  rewardExpiryAt: rewardLog.rewardExpiryAt,
  rewardRedeemedAt: rewardLog.rewardRedeemedAt,
};

/**
 * Lets one change many rewards of the program at a time, to the end of the transaction: no two files give one code, and
 * none waits for another's rows, in whatever order they are locked. Answers whether it is this one, and never waits.
 */
export async function tryLockRewardChanges(scope: TenantScope, tx: Tx): Promise<boolean> {
  const key = `milepost.codes:${scope.programId}`;
  const { rows } = await tx.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${key}, 0)) as locked`,
  );
  return rows[0]?.locked === true;
}

function select(scope: TenantScope, db: Db | Tx, query: ListQuery, now: EpochMs) {
  const where = matching(rewardLogColumns(now), query.filter, [eq(rewardLog.programId, scope.programId)]);
  const columns = { ...EDIT, updatedAt: rewardLog.updatedAt };
  return db.select(columns).from(rewardLog).where(where).orderBy(asc(rewardLog.id)).limit(query.limit);
}

/** The ids of the reward logs that a filter matches at `now`, in order; `query.limit` at most. */
export async function listRewardLogIds(
  scope: TenantScope,
  db: Db | Tx,
  query: ListQuery,
  now: EpochMs,
): Promise<string[]> {
  const rows = await select(scope, db, query, now);
  return rows.map(({ id }) => id);
}

/** The same to be changed, locked in the order of their ids; of more than one in `tryLockRewardChanges` alone. */
export async function lockRewardLogs(
  scope: TenantScope,
  tx: Tx,
  query: ListQuery,
  now: EpochMs,
): Promise<LockedRewardLog[]> {
  return select(scope, tx, query, now).for("update");
}

/** Writes the editable fields of many reward logs in one statement. */
export async function updateRewardLogs(
  scope: TenantScope,
  tx: Tx,
  rows: RewardLogEdit[],
  updatedAt: EpochMs,
): Promise<void> {
  const at = (instant: EpochMs | null) => instant && new Date(instant).toISOString();
  const values = rows.map((row) => ({
    id: row.id,
    code: row.couponCode,
    issued: at(row.rewardIssuedAt),
    expiry: at(row.rewardExpiryAt),
    redeemed: at(row.rewardRedeemedAt),
  }));
  await tx
    .update(rewardLog)
    .set({
      couponCode: sql`v.code`,
      rewardIssuedAt: sql`v.issued`,
      rewardExpiryAt: sql`v.expiry`,
      rewardRedeemedAt: sql`v.redeemed`,
      updatedAt,
    })
    .from(
      sql`jsonb_to_recordset(${jsonParameter(values)})
        as v(id uuid, code text, issued timestamptz, expiry timestamptz, redeemed timestamptz)`,
    )
    .where(and(eq(rewardLog.programId, scope.programId), eq(rewardLog.id, sql`v.id`)));
}
