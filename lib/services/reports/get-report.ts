import type { Db } from "@/db/client";
import { listMilestonesOf, type MilestoneRow } from "@/db/queries/milestones";
import { countMembers } from "@/db/queries/report-members";
import { countRewards, countRewardsOverTime } from "@/db/queries/reports";
import { type FunnelStep, funnel } from "@/lib/domain/funnel";
import type { MemberSet } from "@/lib/domain/member-set";
import type { AggregationPeriod } from "@/lib/domain/period";
import type { Status } from "@/lib/domain/record";
import {
  type Bucket,
  bucketPeriod,
  buckets,
  type Days,
  daysOfRange,
  type ReportRange,
} from "@/lib/domain/report-range";
import { REWARD_STATES, type RewardState } from "@/lib/domain/reward-state";
import type { ServiceContext } from "@/lib/services/context";
import { iso, wireAmount } from "@/lib/services/wire";
import { type Parent, readReported } from "./read-reported";

export interface ReportStep extends FunnelStep {
  milestoneId: string;
  name: string;
  /** The milestone's target, in periods of a streak or units of a challenge. */
  target: number;
  /** Rewards given: more than members where a milestone can be reached again. */
  rewards: number;
}

/** Rewards that were earned in one piece of the range, by what has become of them. */
export interface ReportBucket {
  key: string;
  from: string;
  to: string;
  days: Days;
  states: Record<RewardState, number>;
}

/** How one streak or challenge does in a range of days. */
export interface Report {
  name: string;
  status: Status;
  timeZone: string;
  days: Days;
  range: { from: string; to: string };
  /** Members who ever began, whatever the range. */
  enrolled: number;
  /** Members who did something for it in the range. */
  active: number;
  steps: ReportStep[];
  period: AggregationPeriod;
  overTime: ReportBucket[];
}

/**
 * Tells how a streak or challenge does: enrolled and active members, the funnel from the active ones over its
 * milestones, and what has become of the rewards by the time they were earned. Days are those of the program's zone.
 * Deleted members count no more; their rewards do. `listReportMembers` lists whom a number counts.
 * @throws AppError `forbidden`, `not_found`; `invalid_request` for a wrong range
 */
export async function getReport(context: ServiceContext, parent: Parent, given: unknown): Promise<Report> {
  const { scope, db } = context;
  const { found, days, range, timeZone } = await readReported(context, parent, given);
  const period = bucketPeriod(range);
  const [milestones, rewards, overTime] = await Promise.all([
    listMilestonesOf(scope, db, parent.id),
    countRewards(scope, db, parent.id, range),
    rewardsOverTime(context, db, parent.id, range, buckets(range, period, timeZone), timeZone),
  ]);
  const counted = new Map(rewards.map((row) => [row.milestoneId, row.rewards]));
  // A draft that nobody has reached is no step yet.
  const shown = milestones.filter(({ id, status }) => status !== "draft" || counted.has(id));
  const members = await countMembers(scope, db, { ...parent, range }, setsOf(shown));
  const [enrolled = 0, active = 0] = members;
  return {
    name: found.name,
    status: found.status,
    timeZone,
    days,
    range: { from: iso(range.from), to: iso(range.to) },
    enrolled,
    active,
    steps: stepsOf(shown, active, members.slice(2), counted),
    period,
    overTime,
  };
}

/** Whom a report counts: who ever began, who was active, and of each milestone who reached it and who missed it. */
function setsOf(milestones: readonly MilestoneRow[]): MemberSet[] {
  return [
    { of: "enrolled" },
    { of: "active" },
    ...milestones.flatMap(({ id: milestoneId }, position): MemberSet[] => [
      { of: "reached", milestoneId },
      { of: "missed", milestoneId, before: milestones[position - 1]?.id ?? null },
    ]),
  ];
}

function stepsOf(
  milestones: readonly MilestoneRow[],
  active: number,
  members: readonly number[],
  rewards: ReadonlyMap<string, number>,
): ReportStep[] {
  const steps = funnel(
    active,
    milestones.map((_, position) => ({ members: members[2 * position] ?? 0, lost: members[2 * position + 1] ?? 0 })),
  );
  return milestones.flatMap(({ id, name, milestoneTargetValue }, position) => {
    const step = steps[position];
    const target = wireAmount(milestoneTargetValue);
    return step ? [{ ...step, milestoneId: id, name, target, rewards: rewards.get(id) ?? 0 }] : [];
  });
}

async function rewardsOverTime(
  { scope, now }: ServiceContext,
  db: Db,
  parentId: string,
  range: ReportRange,
  parts: readonly Bucket[],
  timeZone: string,
): Promise<ReportBucket[]> {
  const counted = await countRewardsOverTime(scope, db, parentId, range, parts, now);
  const countOf = (bucket: number, state: RewardState) =>
    counted.find((row) => row.bucket === bucket && row.state === state)?.rewards ?? 0;
  return parts.map((part, position) => ({
    key: part.key,
    from: iso(part.from),
    to: iso(part.to),
    days: daysOfRange(part, timeZone),
    states: Object.fromEntries(
      REWARD_STATES.map((state) => [state, countOf(position, state)]),
    ) as ReportBucket["states"],
  }));
}
