import type { MilestoneRow } from "@/db/queries/milestones";
import type { StreakRow } from "@/db/queries/streaks";
import { presentLadder } from "@/lib/services/milestones/present-milestone";
import { iso, wireAmount } from "@/lib/services/wire";

/** The rules of a streak, which members see too. */
function rules(row: StreakRow) {
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
    eudTitle: row.eudTitle,
    eudDescription: row.eudDescription,
  };
}

/** A streak as an admin reads it. */
export function presentStreak(row: StreakRow) {
  return { ...rules(row), name: row.name, description: row.description };
}

/** A streak as a member reads it: rules, end-user texts and the ladder; never `name` and `description` (DOMAIN 2). */
export function presentStreakToMember(row: StreakRow, milestones: MilestoneRow[]) {
  return { ...rules(row), milestones: presentLadder(milestones.filter((m) => m.linkedSchemaRecordId === row.id)) };
}
