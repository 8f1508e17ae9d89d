import { and, count, eq, gte, lt, or, sql } from "drizzle-orm";
import { challengeLog } from "@/db/schema/challenge-logs";
import { challengeProgress } from "@/db/schema/challenge-progress";
import { rewardLog } from "@/db/schema/reward-logs";
import { streakLog } from "@/db/schema/streak-logs";
import { streakProgress } from "@/db/schema/streak-progress";
import type { Db, Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { ParentSlug } from "@/lib/domain/record";
import type { Bucket, ReportRange } from "@/lib/domain/report-range";
import type { RewardState } from "@/lib/domain/reward-state";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { rewardLogColumns } from "./reward-logs";

/*
 * Members are told apart below the count: count(distinct) would sort every row. Each function answers its statement,
 * which runs when it is awaited: a test asks how it would run.
 */

interface Parent {
  slug: ParentSlug;
  id: string;
}

/** How many members have ever begun a streak or challenge: those with progress on it, by its unique keys alone. */
export function countEnrolled(scope: TenantScope, db: Db | Tx, { slug, id }: Parent) {
  const table = slug === "streak" ? streakProgress : challengeProgress;
  const parent = slug === "streak" ? streakProgress.streakId : challengeProgress.challengeId;
  const runs = slug === "streak" ? or(sql`${streakProgress.length} > 0`, sql`${streakProgress.length} = 0`) : undefined;
  const members = db
    .selectDistinct({ id: table.memberId })
    .from(table)
    .where(and(eq(table.programId, scope.programId), eq(parent, id), runs))
    .as("members");
  return db.select({ members: count() }).from(members);
}

/** How many members did something for a parent in a range, by `activityAt`. */
export function countActive(scope: TenantScope, db: Db | Tx, { slug, id }: Parent, { from, to }: ReportRange) {
  const table = slug === "streak" ? streakLog : challengeLog;
  const parent = slug === "streak" ? streakLog.streakId : challengeLog.challengeId;
  const inRange = and(gte(table.activityAt, from), lt(table.activityAt, to));
  const members = db
    .selectDistinct({ id: table.memberId })
    .from(table)
    .where(and(eq(table.programId, scope.programId), eq(parent, id), inRange))
    .as("members");
  return db.select({ members: count() }).from(members);
}

/** Rewards that a parent's milestones gave in a range: how many, and to how many members. */
export function countReached(scope: TenantScope, db: Db | Tx, parentId: string, { from, to }: ReportRange) {
  const each = db
    .select({ milestoneId: rewardLog.milestoneId, memberId: rewardLog.memberId, rewards: count().as("rewards") })
    .from(rewardLog)
    .where(earnedIn(scope, parentId, { from, to }))
    .groupBy(rewardLog.milestoneId, rewardLog.memberId)
    .as("each");
  return db
    .select({ milestoneId: each.milestoneId, members: count(), rewards: sql<number>`sum(${each.rewards})::int` })
    .from(each)
    .groupBy(each.milestoneId);
}

/** The same rewards by the bucket in which they were earned (its position) and by their state at `now`. */
export function countRewardsOverTime(
  scope: TenantScope,
  db: Db | Tx,
  parentId: string,
  range: ReportRange,
  buckets: readonly Bucket[],
  now: EpochMs,
) {
  const starts = `{${buckets.map(({ from }) => new Date(from).toISOString()).join()}}`;
  const state = rewardLogColumns(now)["state"];
  if (!state) throw new Error("reward logs have no state");
  const counted = db
    .select({
      bucket: sql<number>`width_bucket(${rewardLog.createdAt}::timestamptz, ${starts}::timestamptz[]) - 1`.as("bucket"),
      state: sql<RewardState>`${state.expression}`.as("state"),
    })
    .from(rewardLog)
    .where(earnedIn(scope, parentId, range))
    .as("counted");
  return db
    .select({ bucket: counted.bucket, state: counted.state, rewards: sql<number>`count(*)::int` })
    .from(counted)
    .groupBy(counted.bucket, counted.state);
}

function earnedIn({ programId }: TenantScope, parentId: string, { from, to }: ReportRange) {
  return and(
    eq(rewardLog.programId, programId),
    eq(rewardLog.linkedSchemaRecordId, parentId),
    gte(rewardLog.createdAt, from),
    lt(rewardLog.createdAt, to),
  );
}
