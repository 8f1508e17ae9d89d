import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { challengeProgress } from "@/db/schema/challenge-progress";
import { challenge } from "@/db/schema/challenges";
import { rewardLog } from "@/db/schema/reward-logs";
import { streakProgress } from "@/db/schema/streak-progress";
import type { Db, Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { TenantScope } from "@/lib/domain/tenant-scope";

const at = (instant: EpochMs) => sql`${new Date(instant).toISOString()}::timestamptz`;

const countWhere = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;

/** Members on a run of the streak at `now`, and how many of the runs end by each of two moments if nothing comes. */
export async function countRunsInProgress(
  scope: TenantScope,
  db: Db | Tx,
  streakId: string,
  now: EpochMs,
  [soon, later]: [EpochMs, EpochMs],
): Promise<{ members: number; soon: number; later: number }> {
  const { breaksAt } = streakProgress;
  const [row] = await db
    .select({
      members: sql<number>`count(*)::int`,
      soon: countWhere(sql`${breaksAt} <= ${at(soon)}`),
      later: countWhere(sql`${breaksAt} <= ${at(later)}`),
    })
    .from(streakProgress)
    .where(
      and(
        eq(streakProgress.programId, scope.programId),
        eq(streakProgress.streakId, streakId),
        isNull(streakProgress.completedAt),
        isNull(streakProgress.nextFirstIndex),
        gt(streakProgress.breaksAt, now),
        gt(streakProgress.length, 0),
      ),
    );
  return row ?? { members: 0, soon: 0, later: 0 };
}

/** Members in a window of the challenge at `now`, and how many of the windows end by each of two moments. */
export async function countWindowsInProgress(
  scope: TenantScope,
  db: Db | Tx,
  challengeId: string,
  now: EpochMs,
  [soon, later]: [EpochMs, EpochMs],
): Promise<{ members: number; soon: number; later: number }> {
  const end = sql`least(${challengeProgress.periodEndAt}, ${challenge.endsAt})`;
  const [row] = await db
    .select({
      members: sql<number>`count(*)::int`,
      soon: countWhere(sql`${end} <= ${at(soon)}`),
      later: countWhere(sql`${end} <= ${at(later)}`),
    })
    .from(challengeProgress)
    .innerJoin(
      challenge,
      and(eq(challenge.programId, challengeProgress.programId), eq(challenge.id, challengeProgress.challengeId)),
    )
    .where(
      and(
        eq(challengeProgress.programId, scope.programId),
        eq(challengeProgress.challengeId, challengeId),
        isNull(challengeProgress.completedAt),
        sql`(${end} is null or ${end} > ${at(now)})`,
      ),
    );
  return row ?? { members: 0, soon: 0, later: 0 };
}

/** Rewards of a parent that wait for a code, and those that members can still use, at `now`. */
export async function countOpenRewards(
  scope: TenantScope,
  db: Db | Tx,
  parentId: string,
  now: EpochMs,
): Promise<{ pending: number; valid: number }> {
  const { rewardIssuedAt, rewardExpiryAt, rewardRedeemedAt } = rewardLog;
  const [row] = await db
    .select({
      pending: countWhere(sql`${rewardIssuedAt} is null`),
      valid: countWhere(sql`${rewardIssuedAt} is not null`),
    })
    .from(rewardLog)
    .where(
      and(
        eq(rewardLog.programId, scope.programId),
        eq(rewardLog.linkedSchemaRecordId, parentId),
        isNull(rewardRedeemedAt),
        sql`(${rewardExpiryAt} is null or ${rewardExpiryAt} >= ${at(now)})`,
      ),
    );
  return row ?? { pending: 0, valid: 0 };
}
