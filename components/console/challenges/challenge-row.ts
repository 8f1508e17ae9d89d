import type { WindowPeriod } from "@/lib/domain/period";
import type { AggregationMethod, Status } from "@/lib/domain/record";

/** A challenge as a row of the list shows it. */
export interface ChallengeRow {
  id: string;
  name: string;
  status: Status;
  aggregationMethod: AggregationMethod;
  aggregationPeriod: WindowPeriod;
  completionTargetValue: number;
  milestones: number;
  updatedAt: string;
}
