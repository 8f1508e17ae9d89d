import { sql } from "drizzle-orm";
import type { Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { answerOf, jsonParameter } from "../json";
import type { Slot, TallyRow } from "../streak-periods";
import type { AwardedRow, EventRow, IngestKeys } from "./load-ingest";

export interface StateKeys {
  streakSlots: Slot[];
  windowSlots: Slot[];
  /** Members who may already have had what is given once. */
  once: { milestoneId: string; memberId: string }[];
  events: IngestKeys["events"];
  awards: IngestKeys["awards"];
  parents: IngestKeys["parents"];
}

interface PairRow {
  parentId: string;
  memberId: string;
}

export interface RunRow extends PairRow {
  id: string;
  first: number;
  length: number;
  startedAt: number;
  latestAt: number;
  latestZone: string;
  completedAt: number | null;
  nextFirst: number | null;
  nextStartedAt: number | null;
  createdAt: number;
}

export interface WindowRow extends PairRow {
  id: string;
  index: number;
  value: string;
  startedAt: number;
  latestAt: number;
  latestZone: string;
  completedAt: number | null;
  createdAt: number;
}

export interface IngestState {
  tallies: TallyRow[];
  runs: RunRow[];
  latest: (PairRow & { index: number })[];
  windows: WindowRow[];
  given: { milestoneId: string; memberId: string }[];
  repeats: EventRow[];
  awarded: AwardedRow[];
  /** `updatedAt` of the parents, as read under their locks. */
  parents: { id: string; updatedAt: number }[];
}

/**
 * The neighbourhood of each slot: its tally or window, the runs about it, the last run and the provisional one. Its
 * cost follows the number of slots, never the length of a member's history. Read after the members are locked.
 */
export function loadState(scope: TenantScope, tx: Tx, keys: StateKeys): Promise<IngestState> {
  return answerOf<IngestState>(tx, sql`ingest_state(${scope.programId}, ${jsonParameter(keys)})`);
}
