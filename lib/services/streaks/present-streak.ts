import type { MilestoneRow } from "@/db/queries/milestones";
import type { StreakRow } from "@/db/queries/streaks";
import { STREAK_TEXTS } from "@/lib/contracts/streak";
import { localizeRecord, type RecordReading } from "@/lib/services/icons/record-reading";
import { presentTranslations } from "@/lib/services/localization/present-translations";
import { presentLadder } from "@/lib/services/milestones/present-milestone";
import { iso, wireAmount } from "@/lib/services/wire";

/** The rules of a streak, which members see too. */
function rules(row: StreakRow, reading: RecordReading) {
  return {
    id: row.id,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    status: row.status,
    aggregationMethod: row.aggregationMethod,
    aggregationPeriod: row.aggregationPeriod,
    aggregationTargetValue: wireAmount(row.aggregationTargetValue),
    completionTargetValue: row.completionTargetValue,
    timeZone: row.timeZone,
    startsAt: iso(row.startsAt),
    endsAt: iso(row.endsAt),
    ...localizeRecord(row, STREAK_TEXTS, reading),
  };
}

/** A streak as an admin reads it. */
export function presentStreak(row: StreakRow, reading: RecordReading) {
  return {
    ...rules(row, reading),
    name: row.name,
    description: row.description,
    activityIds: row.activityIds,
    ...presentTranslations(row),
  };
}

/** A streak as a member reads it: rules, end-user texts and the ladder; never `name` and `description` (DOMAIN 2). */
export function presentStreakToMember(row: StreakRow, milestones: MilestoneRow[], reading: RecordReading) {
  const own = milestones.filter((milestone) => milestone.linkedSchemaRecordId === row.id);
  return { ...rules(row, reading), milestones: presentLadder(own, reading) };
}
