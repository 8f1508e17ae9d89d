import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { answerOf, jsonParameter } from "./json";

/** One period of one member on one parent. */
export interface Slot {
  parentId: string;
  memberId: string;
  index: number;
}

export interface TallyRow extends Slot {
  value: string;
  firstAt: number;
  latestAt: number;
  latestZone: string;
  metAt: number | null;
}

/** What members logged in given periods of streaks; a period without a log has no row. */
export async function findTallies(scope: TenantScope, db: Db | Tx, wanted: Slot[]): Promise<TallyRow[]> {
  if (wanted.length === 0) return [];
  return answerOf(db, sql`ingest_tallies(${scope.programId}, ${jsonParameter(wanted)})`);
}
