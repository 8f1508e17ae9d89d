import type { Status } from "@/lib/domain/record";

/** A reward rule as a row of the list shows it. */
export interface RuleRow {
  id: string;
  eventType: string;
  points: number;
  status: Status;
  updatedAt: string;
}

/** An entry of the ledger as a row shows it. */
export interface EntryRow {
  id: string;
  createdAt: string;
  eventType: string;
  points: number;
  balanceAfter: number;
  reference: string | null;
  /** Why it was awarded, where a person said so. */
  reason: string | null;
  member: { id: string; name: string; externalId: string; deleted: boolean } | null;
}
