import { listMilestonesOf } from "@/db/queries/milestones";
import { countEnrolled, countJourneys } from "@/db/queries/report-members";
import { countRewards } from "@/db/queries/reports";
import { type FunnelStep, funnel } from "@/lib/domain/funnel";
import type { AggregationPeriod } from "@/lib/domain/period";
import type { Status } from "@/lib/domain/record";
import { type Bucket, bucketPeriod, buckets, type Days, daysOfRange } from "@/lib/domain/report-range";
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
  const { scope, db, now } = context;
  const { found, days, range, timeZone } = await readReported(context, parent, given);
  const period = bucketPeriod(range);
  const parts = buckets(range, period, timeZone);
  const reported = { ...parent, range };
  const [milestones, rewards, [enrolled]] = await Promise.all([
    listMilestonesOf(scope, db, parent.id),
    countRewards(scope, db, parent.id, range, parts, now),
    countEnrolled(scope, db, reported),
  ]);
  // A draft that nobody has reached is no step yet.
  const shown = milestones.filter(
    ({ id, status }) => status !== "draft" || rewardsOf(rewards, { milestoneId: id }) > 0,
  );
  const journeys = await countJourneys(
    scope,
    db,
    reported,
    shown.map(({ id }) => id),
  );
  const { active, steps } = funnel(journeys, shown.length);
  return {
    name: found.name,
    status: found.status,
    timeZone,
    days,
    range: { from: iso(range.from), to: iso(range.to) },
    enrolled: enrolled?.members ?? 0,
    active,
    steps: shown.flatMap(({ id, name, milestoneTargetValue }, position) => {
      const step = steps[position];
      const target = wireAmount(milestoneTargetValue);
      return step ? [{ ...step, milestoneId: id, name, target, rewards: rewardsOf(rewards, { milestoneId: id }) }] : [];
    }),
    period,
    overTime: parts.map((part, bucket) => bucketOf(part, bucket, rewards, timeZone)),
  };
}

interface Counted {
  milestoneId: string;
  bucket: number;
  state: RewardState;
  rewards: number;
}

/** How many rewards there are of a milestone, or in a bucket and state. */
function rewardsOf(counted: readonly Counted[], only: Partial<Counted>): number {
  const wanted = Object.entries(only) as [keyof Counted, unknown][];
  return counted
    .filter((row) => wanted.every(([field, value]) => row[field] === value))
    .reduce((sum, { rewards }) => sum + rewards, 0);
}

function bucketOf(part: Bucket, bucket: number, counted: readonly Counted[], timeZone: string): ReportBucket {
  const states = REWARD_STATES.map((state) => [state, rewardsOf(counted, { bucket, state })]);
  return {
    key: part.key,
    from: iso(part.from),
    to: iso(part.to),
    days: daysOfRange(part, timeZone),
    states: Object.fromEntries(states) as ReportBucket["states"],
  };
}
