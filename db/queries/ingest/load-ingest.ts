import { sql } from "drizzle-orm";
import type { Tx } from "@/db/types";
import type { WindowPeriod } from "@/lib/domain/period";
import type { AggregationMethod, ParentSlug, Status } from "@/lib/domain/record";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { answerOf, jsonParameter } from "../json";

/** What an ingest names: its parents, its members, its events. */
export interface IngestKeys {
  parents: { slug: ParentSlug; id: string }[];
  memberIds: string[];
  externalIds: string[];
  /** In lower case. */
  wallets: string[];
  events: { slug: ParentSlug; parentId: string; identifier: string }[];
  awards: { eventType: string; reference: string }[];
}

export interface ParentRow {
  slug: ParentSlug;
  id: string;
  status: Status;
  aggregationMethod: AggregationMethod;
  aggregationPeriod: WindowPeriod;
  /** Decimal text; null for a challenge. */
  aggregationTargetValue: string | null;
  completionTargetValue: string;
  timeZone: string | null;
  startsAt: number | null;
  endsAt: number | null;
  updatedAt: number;
}

export interface LiveMilestoneRow {
  id: string;
  parentId: string;
  target: string;
  points: number;
  repeatable: boolean;
}

export interface KnownMemberRow {
  id: string;
  externalId: string;
  walletAddress: string | null;
  status: Status;
}

export interface EventRow {
  slug: ParentSlug;
  parentId: string;
  identifier: string;
  id: string;
}

/** The reward rule of an event type, live or not. */
export interface RuleRow {
  eventType: string;
  points: number;
  status: Status;
}

/** An award that was made before, with its ledger entry. */
export interface AwardedRow {
  eventType: string;
  reference: string;
  id: string;
}

export interface IngestLoad {
  programTimeZone: string | null;
  parents: ParentRow[];
  milestones: LiveMilestoneRow[];
  members: KnownMemberRow[];
  /** Events that were logged before. */
  repeats: EventRow[];
  rules: RuleRow[];
  awarded: AwardedRow[];
}

/**
 * Everything an ingest needs to judge its rows, in one statement. It also takes a shared lock on each parent, to the end
 * of the transaction, so that no locked field changes under an ingest (`lockParent`).
 */
export function loadIngest(scope: TenantScope, tx: Tx, keys: IngestKeys): Promise<IngestLoad> {
  return answerOf<IngestLoad>(tx, sql`ingest_load(${scope.programId}, ${jsonParameter(keys)})`);
}
