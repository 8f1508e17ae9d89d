import type { WindowPeriod } from "@/lib/domain/period";
import type { AggregationMethod, Status } from "@/lib/domain/record";

/** A streak or challenge as a row of its list shows it. */
export interface CampaignRow {
  id: string;
  name: string;
  status: Status;
  aggregationMethod: AggregationMethod;
  aggregationPeriod: WindowPeriod;
  /** Of a streak: what one period must reach. */
  aggregationTargetValue?: number | undefined;
  completionTargetValue: number;
  milestones: number;
  updatedAt: string;
}
