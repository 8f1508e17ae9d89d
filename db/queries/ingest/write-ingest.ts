import { sql } from "drizzle-orm";
import type { Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { answerOf, jsonParameter } from "../json";

/** Rows in the columns of their tables: instants as ISO text, amounts as decimal text. Each list is sorted by key. */
export interface IngestWrites {
  streakLogs: object[];
  challengeLogs: object[];
  tallies: object[];
  runs: object[];
  windows: object[];
  rewards: object[];
  /** Runs that stand no more, and which record their ids now lead to. */
  gone: string[];
  merges: object[];
}

/**
 * Writes all that an ingest decided in one statement. A log that exists already is a unique violation (the caller runs
 * the ingest anew); a reward that exists already is left as it is.
 * @returns ids of the reward logs that are new
 */
export function writeIngest(scope: TenantScope, tx: Tx, writes: IngestWrites): Promise<string[]> {
  const given = Object.fromEntries(Object.entries(writes).filter(([, rows]) => rows.length > 0));
  return answerOf(tx, sql`ingest_write(${scope.programId}, ${jsonParameter(given)})`);
}

/** Credits points: entries with the balance after each, and the balance kept beside them. Members are locked. */
export async function writePoints(
  scope: TenantScope,
  tx: Tx,
  entries: object[],
  balances: { memberId: string; balance: number }[],
): Promise<void> {
  await tx.execute(
    sql`select ingest_points(${scope.programId}, ${jsonParameter(entries)}, ${jsonParameter(balances)})`,
  );
}
