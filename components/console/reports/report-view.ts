import { memberListQuery } from "@/components/console/members/member-list-state";
import { rewardListQuery } from "@/components/console/reward-logs/reward-list-state";
import type { FunnelStep } from "@/lib/domain/funnel";
import type { MemberSet } from "@/lib/domain/member-set";
import type { AggregationPeriod } from "@/lib/domain/period";
import type { ParentSlug, Status } from "@/lib/domain/record";
import type { Days } from "@/lib/domain/report-range";
import type { RewardState } from "@/lib/domain/reward-state";

export interface StepView extends FunnelStep {
  milestoneId: string;
  name: string;
  target: number;
  rewards: number;
}

/** Rewards that were earned in some days, by what has become of them. */
export interface BucketView {
  key: string;
  days: Days;
  states: Record<RewardState, number>;
}

/** What the read `report` answers. */
export interface ReportView {
  name: string;
  status: Status;
  timeZone: string;
  days: Days;
  enrolled: number;
  active: number;
  steps: StepView[];
  period: AggregationPeriod;
  overTime: BucketView[];
}

/** Where the rows behind a report's numbers are. */
export function reportLinks(slug: ParentSlug, id: string, days: Days) {
  return {
    members({ of, ...set }: MemberSet): string {
      const [milestone, before] = ["milestoneId" in set ? set.milestoneId : null, "before" in set ? set.before : null];
      return `/members${memberListQuery({ [slug]: id, of, milestone, before, ...days })}`;
    },
    rewards(only: { state?: RewardState; milestone?: string; days?: Days }): string {
      const { days: its = days, ...filters } = only;
      return `/reward-logs${rewardListQuery({ parent: id, ...filters, ...its })}`;
    },
  };
}

export type ReportLinks = ReturnType<typeof reportLinks>;

/** The members of the step before each that did not take it. */
export function missedAt(steps: readonly StepView[], position: number): MemberSet {
  const before = steps[position - 1]?.milestoneId ?? null;
  return { of: "missed", milestoneId: steps[position]?.milestoneId ?? "", before };
}
