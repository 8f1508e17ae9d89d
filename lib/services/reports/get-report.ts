import type { Db } from "@/db/client";
import { findChallenge } from "@/db/queries/challenges";
import { listMilestonesOf } from "@/db/queries/milestones";
import { countActive, countEnrolled, countReached, countRewardsOverTime } from "@/db/queries/reports";
import { findStreak } from "@/db/queries/streaks";
import { reportRange } from "@/lib/contracts/report";
import { type FunnelStep, funnel } from "@/lib/domain/funnel";
import type { AggregationPeriod } from "@/lib/domain/period";
import type { ParentSlug } from "@/lib/domain/record";
import { type Bucket, bucketPeriod, buckets, type ReportRange, rangeOfDays } from "@/lib/domain/report-range";
import { REWARD_STATES, type RewardState } from "@/lib/domain/reward-state";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { parse } from "@/lib/services/parse";
import { iso, wireAmount } from "@/lib/services/wire";
import { activityRows, progressRows, type Rows, rewardRows } from "./rows-behind";

export interface ReportStep extends FunnelStep {
  milestoneId: string;
  name: string;
  /** The milestone's target, in periods of a streak or units of a challenge. */
  target: number;
  /** Rewards given: more than members where a milestone can be reached again. */
  rewards: number;
  rows: Rows;
}

/** Rewards that were earned in one piece of the range, by what has become of them. */
export interface ReportBucket {
  key: string;
  from: string;
  to: string;
  states: Record<RewardState, { rewards: number; rows: Rows }>;
}

/** How one streak or challenge does in a range of days; each number with the list that holds what it counts. */
export interface Report {
  name: string;
  timeZone: string;
  range: { from: string; to: string };
  /** Members who ever began, whatever the range. */
  enrolled: { members: number; rows: Rows };
  /** Members who did something for it in the range. */
  active: { members: number; rows: Rows };
  steps: ReportStep[];
  period: AggregationPeriod;
  overTime: ReportBucket[];
}

/**
 * Tells how a streak or challenge does: enrolled and active members, the funnel from the active ones over its
 * milestones, and what has become of the rewards by the time they were earned. Days are those of the program's zone.
 * @throws AppError `forbidden`, `not_found`; `invalid_request` for a wrong range
 */
export async function getReport(
  context: ServiceContext,
  parent: { slug: ParentSlug; id: string },
  given: unknown,
): Promise<Report> {
  for (const scope of ["campaigns:read", "rewards:read", "members:read"] as const) authorize(context, scope);
  const { scope, db, program } = context;
  const days = parse(reportRange, given);
  const timeZone = program.timeZone ?? "UTC";
  const range = rangeOfDays(days.from, days.to, timeZone);
  const found = await (parent.slug === "streak" ? findStreak : findChallenge)(scope, db, parent.id);
  if (!found) throw new AppError("not_found");
  const [[enrolled], [active]] = await Promise.all([
    countEnrolled(scope, db, parent),
    countActive(scope, db, parent, range),
  ]);
  const activeMembers = active?.members ?? 0;
  const period = bucketPeriod(range);
  const parts = buckets(range, period, timeZone);
  const [steps, overTime] = await Promise.all([
    stepsOf(context, db, parent.id, range, activeMembers),
    rewardsOverTime(context, db, parent.id, range, parts),
  ]);
  return {
    name: found.name,
    timeZone,
    range: { from: iso(range.from), to: iso(range.to) },
    enrolled: { members: enrolled?.members ?? 0, rows: progressRows(parent) },
    active: { members: activeMembers, rows: activityRows(parent, range) },
    steps,
    period,
    overTime,
  };
}

async function stepsOf(
  { scope }: ServiceContext,
  db: Db,
  parentId: string,
  range: ReportRange,
  active: number,
): Promise<ReportStep[]> {
  const milestones = await listMilestonesOf(scope, db, parentId);
  const counted = new Map((await countReached(scope, db, parentId, range)).map((row) => [row.milestoneId, row]));
  // A draft that nobody has reached is no step yet.
  const shown = milestones.filter(({ id, status }) => status !== "draft" || counted.has(id));
  const steps = funnel(
    active,
    shown.map(({ id }) => counted.get(id)?.members ?? 0),
  );
  return shown.flatMap(({ id, name, milestoneTargetValue }, position) => {
    const step = steps[position];
    if (!step) return [];
    const target = wireAmount(milestoneTargetValue);
    const rewards = counted.get(id)?.rewards ?? 0;
    return [
      { ...step, milestoneId: id, name, target, rewards, rows: rewardRows(parentId, range, { milestoneId: id }) },
    ];
  });
}

async function rewardsOverTime(
  { scope, now }: ServiceContext,
  db: Db,
  parentId: string,
  range: ReportRange,
  parts: readonly Bucket[],
): Promise<ReportBucket[]> {
  const counted = await countRewardsOverTime(scope, db, parentId, range, parts, now);
  const countOf = (bucket: number, state: RewardState) =>
    counted.find((row) => row.bucket === bucket && row.state === state)?.rewards ?? 0;
  return parts.map((part, position) => ({
    key: part.key,
    from: iso(part.from),
    to: iso(part.to),
    states: Object.fromEntries(
      REWARD_STATES.map((state) => [
        state,
        { rewards: countOf(position, state), rows: rewardRows(parentId, part, { state }) },
      ]),
    ) as ReportBucket["states"],
  }));
}
