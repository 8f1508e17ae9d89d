import { sql } from "drizzle-orm";
import type { Tx } from "@/db/types";
import type { Status } from "@/lib/domain/record";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { answerOf, jsonParameter } from "../json";

/** A member to create, in the columns of its table; instants as ISO text. */
export interface NewMemberRow {
  program_id: string;
  id: string;
  external_id: string;
  first_name: string | null;
  last_name: string | null;
  display_name: string | null;
  email: string | null;
  phone_number: string | null;
  wallet_address: string | null;
  status: Status;
  time_zone: string | null;
  language_code: string | null;
  metadata: Record<string, unknown> | null;
  points_balance: 0;
  created_at: string;
  updated_at: string;
}

export interface LockedMemberRow {
  id: string;
  externalId: string;
  status: Status;
  timeZone: string | null;
  pointsBalance: number;
  /** This statement made it. */
  created: boolean;
}

/**
 * Locks the rows of known members and creates the new ones, in one statement and always in the order of `externalId`:
 * ingests for one member queue here, and no two can wait for each other in a ring.
 */
export function lockMembers(
  scope: TenantScope,
  tx: Tx,
  known: string[],
  created: NewMemberRow[],
): Promise<LockedMemberRow[]> {
  return answerOf(tx, sql`ingest_lock(${scope.programId}, ${jsonParameter(known)}, ${jsonParameter(created)})`);
}
