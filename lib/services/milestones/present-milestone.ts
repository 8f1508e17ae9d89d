import type { MilestoneRow } from "@/db/queries/milestones";
import { iso, wireAmount } from "@/lib/services/wire";

/** A milestone as an admin reads it. */
export function presentMilestone(row: MilestoneRow) {
  return {
    ...presentMilestoneToMember(row),
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    linkedSchemaSlug: row.linkedSchemaSlug,
    linkedSchemaRecordId: row.linkedSchemaRecordId,
    name: row.name,
    description: row.description,
    status: row.status,
    points: row.points,
    repeatable: row.repeatable,
  };
}

/** A milestone as a member reads it: where it stands, and end-user texts (DOMAIN 2). */
export function presentMilestoneToMember(row: MilestoneRow) {
  return {
    id: row.id,
    milestoneTargetValue: wireAmount(row.milestoneTargetValue),
    eudTitle: row.eudTitle,
    eudDescription: row.eudDescription,
    eudMilestoneRewardTitle: row.eudMilestoneRewardTitle,
    eudMilestoneRewardInstructionMessage: row.eudMilestoneRewardInstructionMessage,
  };
}

/** The milestones of one parent, lowest first, as its members see them. */
export function presentLadder(rows: MilestoneRow[]) {
  return rows.map(presentMilestoneToMember);
}
