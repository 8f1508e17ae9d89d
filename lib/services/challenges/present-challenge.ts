import type { ChallengeRow } from "@/db/queries/challenges";
import type { MilestoneRow } from "@/db/queries/milestones";
import { presentLadder } from "@/lib/services/milestones/present-milestone";
import { iso, wireAmount } from "@/lib/services/wire";

/** The rules of a challenge, which members see too. */
function rules(row: ChallengeRow) {
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
    eudTitle: row.eudTitle,
    eudDescription: row.eudDescription,
  };
}

/** A challenge as an admin reads it. */
export function presentChallenge(row: ChallengeRow) {
  return { ...rules(row), name: row.name, description: row.description };
}

/** A challenge as a member reads it: rules, end-user texts and the ladder; never `name` and `description` (DOMAIN 2). */
export function presentChallengeToMember(row: ChallengeRow, milestones: MilestoneRow[]) {
  return { ...rules(row), milestones: presentLadder(milestones.filter((m) => m.linkedSchemaRecordId === row.id)) };
}
