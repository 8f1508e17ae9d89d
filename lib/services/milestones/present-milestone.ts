import type { MilestoneRow } from "@/db/queries/milestones";
import { MILESTONE_TEXTS } from "@/lib/contracts/milestone";
import { localizeRecord, type RecordReading } from "@/lib/services/icons/record-reading";
import { presentTranslations } from "@/lib/services/localization/present-translations";
import { iso, wireAmount } from "@/lib/services/wire";

/** A milestone as an admin reads it. */
export function presentMilestone(row: MilestoneRow, reading: RecordReading) {
  return {
    id: row.id,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    linkedSchemaSlug: row.linkedSchemaSlug,
    linkedSchemaRecordId: row.linkedSchemaRecordId,
    name: row.name,
    description: row.description,
    milestoneTargetValue: wireAmount(row.milestoneTargetValue),
    status: row.status,
    points: row.points,
    repeatable: row.repeatable,
    ...presentMilestoneToMember(row, reading),
    ...presentTranslations(row),
  };
}

/** What members read of the milestone that gave them a reward: end-user texts only (DOMAIN 2). */
export function presentMilestoneToMember(row: MilestoneRow, reading: RecordReading) {
  return localizeRecord(row, MILESTONE_TEXTS, reading);
}

/** The milestones of one parent, lowest first, as its members see them. */
export function presentLadder(rows: MilestoneRow[], reading: RecordReading) {
  return rows.map((row) => ({
    id: row.id,
    milestoneTargetValue: wireAmount(row.milestoneTargetValue),
    ...presentMilestoneToMember(row, reading),
  }));
}
