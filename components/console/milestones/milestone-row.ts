import type { ParentSlug, Status } from "@/lib/domain/record";

/** A milestone as a row of the list shows it. */
export interface MilestoneRow {
  id: string;
  name: string;
  status: Status;
  linkedSchemaSlug: ParentSlug;
  linkedSchemaRecordId: string;
  /** Null when it was deleted just now. */
  parentName: string | null;
  milestoneTargetValue: number;
  points: number;
  updatedAt: string;
}
