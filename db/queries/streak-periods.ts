import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { epochMs, jsonParameter, oneRow } from "./json";

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

/** The columns of `streak_period t` as a `TallyRow`, inside JSON. */
export const tallyColumns = sql`t.streak_id as "parentId", t.member_id as "memberId", t.period_index as index, t.value::text as value,
  ${epochMs(sql`t.first_at`)} as "firstAt", ${epochMs(sql`t.latest_at`)} as "latestAt", t.latest_zone as "latestZone",
  ${epochMs(sql`t.met_at`)} as "metAt"`;

/** What members logged in given periods of streaks; a period without a log has no row. */
export async function findTallies(scope: TenantScope, db: Db | Tx, wanted: Slot[]): Promise<TallyRow[]> {
  if (wanted.length === 0) return [];
  const { tallies } = await oneRow<{ tallies: TallyRow[] }>(
    db,
    sql`
with wanted as materialized (
  select * from jsonb_to_recordset(${jsonParameter(wanted)}) as s("parentId" uuid, "memberId" uuid, index int))
select coalesce(json_agg(t), '[]') as tallies from (
  select ${tallyColumns} from wanted s join streak_period t on t.program_id = ${scope.programId}
    and t.streak_id = s."parentId" and t.member_id = s."memberId" and t.period_index = s.index) t`,
  );
  return tallies;
}
