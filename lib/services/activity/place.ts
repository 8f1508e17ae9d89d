import type { Tx } from "@/db/client";
import type { IngestLoad } from "@/db/queries/ingest/load-ingest";
import { type LockedMemberRow, lockMembers } from "@/db/queries/ingest/lock-members";
import type { MemberCreate } from "@/lib/contracts/member";
import { periodIndexAt, zoneOfLog } from "@/lib/domain/period";
import type { ServiceContext } from "@/lib/services/context";
import { newId } from "@/lib/services/ids";
import { iso } from "@/lib/services/wire";
import { IngestConflict } from "./conflict";
import type { Placed } from "./fold";
import type { Accepted, AwardVerdict, Verdict } from "./judge";
import { unique } from "./keys";

/** Locks the members of accepted rows and awards; those who are new are made. */
export async function lockMembersOf(
  { scope, now }: ServiceContext,
  tx: Tx,
  verdicts: readonly (Verdict | AwardVerdict)[],
  load: IngestLoad,
): Promise<LockedMemberRow[]> {
  const idOf = new Map(load.members.map(({ id, externalId }) => [externalId, id]));
  const wanted = verdicts.flatMap((verdict): { externalId: string; newMember: MemberCreate | null }[] =>
    "accepted" in verdict ? [verdict.accepted] : [],
  );
  const knownIds = unique(wanted.flatMap(({ externalId }) => idOf.get(externalId) ?? []));
  const created = wanted.flatMap(({ newMember }) => (newMember ? memberRow(scope.programId, newMember, now) : []));
  return lockMembers(scope, tx, knownIds, created);
}

function memberRow(programId: string, member: MemberCreate, now: number) {
  return {
    program_id: programId,
    id: newId(),
    external_id: member.externalId,
    first_name: member.firstName,
    last_name: member.lastName,
    display_name: member.displayName,
    email: member.email,
    phone_number: member.phoneNumber,
    wallet_address: member.walletAddress,
    status: member.status,
    time_zone: member.timeZone,
    language_code: member.languageCode,
    metadata: member.metadata,
    points_balance: 0 as const,
    created_at: iso(now),
    updated_at: iso(now),
  };
}

/**
 * Tells each accepted row's member, zone and period.
 * @throws IngestConflict when a member is gone since the rows were judged
 */
export function place(
  verdicts: Verdict[],
  logIds: readonly string[],
  locked: LockedMemberRow[],
  load: IngestLoad,
): Placed[] {
  const byExternalId = new Map(locked.map((member) => [member.externalId, member]));
  const placeOne = (accepted: Accepted, logId: string): Placed => {
    const member = byExternalId.get(accepted.externalId);
    if (!member) throw new IngestConflict();
    const zone = zoneOfLog(member.timeZone, accepted.parent.timeZone, load.programTimeZone);
    const index = periodIndexAt(accepted.parent.aggregationPeriod, accepted.activity.activityAt, zone);
    return { ...accepted, logId, memberId: member.id, zone, index };
  };
  return verdicts.flatMap((verdict, position) =>
    "accepted" in verdict ? [placeOne(verdict.accepted, logIds[position] ?? "")] : [],
  );
}
