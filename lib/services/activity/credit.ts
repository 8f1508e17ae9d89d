import type { LockedMemberRow } from "@/db/queries/ingest/lock-members";
import type { EpochMs } from "@/lib/domain/period";
import { MAX_BALANCE, MILESTONE_EVENT, mayBecome } from "@/lib/domain/points";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/services/ids";
import { iso } from "@/lib/services/wire";
import type { AcceptedAward } from "./award";
import { IngestConflict } from "./conflict";
import type { AwardVerdict, Intake } from "./judge";
import type { RewardCandidate } from "./rows";

/** Points that an award brought, with the balance after it. */
export interface Credited {
  ledgerId: string;
  points: number;
  balance: number;
}

/** An award that counts, with its member. */
export interface DueAward extends AcceptedAward {
  entryId: string;
  memberId: string;
}

interface Credit {
  id: string;
  memberId: string;
  eventType: string;
  points: number;
  reference: string;
  metadata: Record<string, unknown> | null;
  /** Entries are made by this, so that a later row's balance holds an earlier row's points. */
  order: number;
  /** Milestones always pay; an award is refused where the balance could not be counted exactly. */
  bounded: boolean;
}

export interface CreditInput {
  rewards: RewardCandidate[];
  due: DueAward[];
  locked: LockedMemberRow[];
  /** Where the row of a log stands. */
  positions: Map<string, number>;
}

/**
 * Tells each accepted award's member.
 * @throws IngestConflict when a member is gone since the awards were judged
 */
export function awardsDue({ entryIds }: Intake, verdicts: AwardVerdict[], locked: LockedMemberRow[]): DueAward[] {
  const idOf = new Map(locked.map(({ id, externalId }) => [externalId, id]));
  return verdicts.flatMap((verdict, position) => {
    if (!("accepted" in verdict)) return [];
    const memberId = idOf.get(verdict.accepted.externalId);
    if (memberId === undefined) throw new IngestConflict();
    return { ...verdict.accepted, entryId: entryIds[position] ?? "", memberId };
  });
}

/** Ledger entries in the order of their rows, a row's milestones before its award, with the balance after each. */
export function creditPoints(programId: string, input: CreditInput, now: EpochMs) {
  const balances = new Map(input.locked.map(({ id, pointsBalance }) => [id, pointsBalance]));
  const after = new Map<string, number>();
  const credits = new Map<string, Credited | AppError>();
  const entries = creditsOf(input).flatMap((credit) => {
    const before = after.get(credit.memberId) ?? balances.get(credit.memberId) ?? 0;
    const balance = before + credit.points;
    if (credit.bounded && !mayBecome(before, balance)) {
      credits.set(credit.id, outOfRange());
      return [];
    }
    after.set(credit.memberId, balance);
    credits.set(credit.id, { ledgerId: credit.id, points: credit.points, balance });
    return entryRow(programId, credit, balance, now);
  });
  return { entries, balances: [...after].map(([memberId, balance]) => ({ memberId, balance })), credits };
}

function creditsOf({ rewards, due, positions }: CreditInput): Credit[] {
  const ofMilestones = rewards
    .filter(({ points }) => points > 0)
    .map(({ id, points, effect: { placed } }): Credit => {
      const order = positions.get(placed.logId) ?? 0;
      const what = { eventType: MILESTONE_EVENT, points, reference: id, metadata: null };
      return { id: newId(), memberId: placed.memberId, ...what, order, bounded: false };
    });
  const ofRules = due.map(({ entryId, memberId, award, rule: { points } }): Credit => {
    const { eventType, reference, metadata } = award;
    return { id: entryId, memberId, eventType, points, reference, metadata, order: award.after - 0.5, bounded: true };
  });
  return [...ofMilestones, ...ofRules].sort((a, b) => a.order - b.order);
}

function entryRow(programId: string, credit: Credit, balance: number, now: EpochMs) {
  return {
    program_id: programId,
    id: credit.id,
    member_id: credit.memberId,
    event_type: credit.eventType,
    points: credit.points,
    balance_after: balance,
    reference: credit.reference,
    metadata: credit.metadata,
    created_at: iso(now),
  };
}

function outOfRange(): AppError {
  return new AppError("balance_out_of_range", {
    detail: `The balance would lie beyond ${MAX_BALANCE}, which is the most that can be counted.`,
  });
}
