import type { ChallengeRow } from "@/db/queries/challenges";
import type { MilestoneRow } from "@/db/queries/milestones";
import { CHALLENGE_TEXTS } from "@/lib/contracts/challenge";
import { localizeRecord, type RecordReading } from "@/lib/services/icons/record-reading";
import { presentTranslations } from "@/lib/services/localization/present-translations";
import { presentLadder } from "@/lib/services/milestones/present-milestone";
import { iso, wireAmount } from "@/lib/services/wire";

/** The rules of a challenge, which members see too. */
function rules(row: ChallengeRow, reading: RecordReading) {
  return {
    id: row.id,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    status: row.status,
    aggregationMethod: row.aggregationMethod,
    aggregationPeriod: row.aggregationPeriod,
    completionTargetValue: wireAmount(row.completionTargetValue),
    timeZone: row.timeZone,
    startsAt: iso(row.startsAt),
    endsAt: iso(row.endsAt),
    ...localizeRecord(row, CHALLENGE_TEXTS, reading),
  };
}

/** A challenge as an admin reads it. */
export function presentChallenge(row: ChallengeRow, reading: RecordReading) {
  return {
    ...rules(row, reading),
    name: row.name,
    description: row.description,
    activityIds: row.activityIds,
    ...presentTranslations(row),
  };
}

/** A challenge as a member reads it: rules, end-user texts and the ladder; never `name` and `description` (DOMAIN 2). */
export function presentChallengeToMember(row: ChallengeRow, milestones: MilestoneRow[], reading: RecordReading) {
  const own = milestones.filter((milestone) => milestone.linkedSchemaRecordId === row.id);
  return { ...rules(row, reading), milestones: presentLadder(own, reading) };
}
