import { and, eq, gte, lt, sql } from "drizzle-orm";
import { rewardLog } from "@/db/schema/reward-logs";
import type { Db, Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { Bucket, ReportRange } from "@/lib/domain/report-range";
import type { RewardState } from "@/lib/domain/reward-state";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { rewardLogColumns } from "./reward-logs";

/* Each function answers its statement, which runs when it is awaited: a test asks how it would run. */

/** How many rewards each of a parent's milestones gave in a range. */
export function countRewards(scope: TenantScope, db: Db | Tx, parentId: string, range: ReportRange) {
  return db
    .select({ milestoneId: rewardLog.milestoneId, rewards: sql<number>`count(*)::int` })
    .from(rewardLog)
    .where(earnedIn(scope, parentId, range))
    .groupBy(rewardLog.milestoneId);
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
