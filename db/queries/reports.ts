import { and, eq, gte, lt, sql } from "drizzle-orm";
import { rewardLog } from "@/db/schema/reward-logs";
import type { Db, Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { Bucket, ReportRange } from "@/lib/domain/report-range";
import type { RewardState } from "@/lib/domain/reward-state";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { rewardLogColumns } from "./reward-logs";

/**
 * How many rewards a parent's milestones gave in a range, by milestone, by the bucket in which they were earned (its
 * position) and by their state at `now`. It answers its statement, which runs when it is awaited: a test asks how it would.
 */
export function countRewards(
  { programId }: TenantScope,
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
      milestoneId: rewardLog.milestoneId,
      bucket: sql<number>`width_bucket(${rewardLog.createdAt}::timestamptz, ${starts}::timestamptz[]) - 1`.as("bucket"),
      state: sql<RewardState>`${state.expression}`.as("state"),
    })
    .from(rewardLog)
    .where(
      and(
        eq(rewardLog.programId, programId),
        eq(rewardLog.linkedSchemaRecordId, parentId),
        gte(rewardLog.createdAt, range.from),
        lt(rewardLog.createdAt, range.to),
      ),
    )
    .as("counted");
  return db
    .select({
      milestoneId: counted.milestoneId,
      bucket: counted.bucket,
      state: counted.state,
      rewards: sql<number>`count(*)::int`,
    })
    .from(counted)
    .groupBy(counted.milestoneId, counted.bucket, counted.state);
}
