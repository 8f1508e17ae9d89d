import type { AggregationPeriod } from "@/lib/domain/period";
import type { AggregationMethod, Status } from "@/lib/domain/record";

/** A streak as a row of the list shows it. */
export interface StreakRow {
  id: string;
  name: string;
  status: Status;
  aggregationMethod: AggregationMethod;
  aggregationPeriod: AggregationPeriod;
  aggregationTargetValue: number;
  completionTargetValue: number;
  milestones: number;
  updatedAt: string;
}
