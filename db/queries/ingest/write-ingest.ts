import { sql } from "drizzle-orm";
import type { Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { jsonParameter, oneRow } from "../json";

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
export async function writeIngest(scope: TenantScope, tx: Tx, writes: IngestWrites): Promise<string[]> {
  const { rewards } = await oneRow<{ rewards: string[] }>(
    tx,
    sql`
with q as materialized (select ${jsonParameter(writes)} as q),
streak_logs as (insert into streak_log select r.* from q, jsonb_populate_recordset(null::streak_log, q->'streakLogs') r),
challenge_logs as (insert into challenge_log select r.* from q, jsonb_populate_recordset(null::challenge_log, q->'challengeLogs') r),
tallies as (
  insert into streak_period select r.* from q, jsonb_populate_recordset(null::streak_period, q->'tallies') r
  on conflict (program_id, streak_id, member_id, period_index) do update
  set value = excluded.value, first_at = excluded.first_at, latest_at = excluded.latest_at, latest_zone = excluded.latest_zone, met_at = excluded.met_at),
gone as (
  delete from streak_progress where program_id = ${scope.programId}
    and id in (select jsonb_array_elements_text(q->'gone')::uuid from q) returning id),
runs as (
  insert into streak_progress select r.* from q, jsonb_populate_recordset(null::streak_progress, q->'runs') r
  where (select count(*) from gone) >= 0
  on conflict (program_id, id) do update
  set first_index = excluded.first_index, length = excluded.length, started_at = excluded.started_at,
    latest_at = excluded.latest_at, latest_zone = excluded.latest_zone, completed_at = excluded.completed_at,
    next_first_index = excluded.next_first_index, next_started_at = excluded.next_started_at,
    breaks_at = excluded.breaks_at, visible_from = excluded.visible_from, updated_at = excluded.updated_at),
merges as (insert into streak_progress_merge select r.* from q, jsonb_populate_recordset(null::streak_progress_merge, q->'merges') r),
windows as (
  insert into challenge_progress select r.* from q, jsonb_populate_recordset(null::challenge_progress, q->'windows') r
  on conflict (program_id, id) do update
  set value = excluded.value, started_at = excluded.started_at, latest_at = excluded.latest_at, latest_zone = excluded.latest_zone,
    completed_at = excluded.completed_at, period_end_at = excluded.period_end_at, updated_at = excluded.updated_at),
rewards as (
  insert into reward_log select r.* from q, jsonb_populate_recordset(null::reward_log, q->'rewards') r
  on conflict do nothing returning id)
select coalesce(json_agg(id), '[]') as rewards from rewards`,
  );
  return rewards;
}

/** Credits points: entries with the balance after each, and the balance kept beside them. Members are locked. */
export async function writePoints(
  scope: TenantScope,
  tx: Tx,
  entries: object[],
  balances: { memberId: string; balance: number }[],
): Promise<void> {
  await tx.execute(sql`
with q as materialized (select ${jsonParameter({ entries, balances })} as q),
entries as (insert into ledger_entry select r.* from q, jsonb_populate_recordset(null::ledger_entry, q->'entries') r)
update member m set points_balance = b.balance
from q, jsonb_to_recordset(q->'balances') as b("memberId" uuid, balance bigint)
where m.program_id = ${scope.programId} and m.id = b."memberId"`);
}
