import { sql } from "drizzle-orm";
import type { Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { epochMs, jsonParameter, oneRow } from "../json";
import { type Slot, type TallyRow, tallyColumns } from "../streak-periods";
import { type EventRow, type IngestKeys, repeats } from "./load-ingest";

export interface StateKeys {
  streakSlots: Slot[];
  windowSlots: Slot[];
  /** Members who may already have had what is given once. */
  once: { milestoneId: string; memberId: string }[];
  events: IngestKeys["events"];
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
  /** `updatedAt` of the parents, as read under their locks. */
  parents: { id: string; updatedAt: number }[];
}

const slots = (name: "streakSlots" | "windowSlots") =>
  sql`(select s.* from q, jsonb_to_recordset(q->${sql.raw(`'${name}'`)}) as s("parentId" uuid, "memberId" uuid, index int))`;

/**
 * The neighbourhood of each slot: its tally or window, the runs about it, the last run and the provisional one. Its
 * cost follows the number of slots, never the length of a member's history. Read after the members are locked.
 */
export function loadState(scope: TenantScope, tx: Tx, keys: StateKeys): Promise<IngestState> {
  const tenant = scope.programId;
  return oneRow<IngestState>(
    tx,
    sql`
with q as materialized (select ${jsonParameter(keys)} as q),
slots as materialized ${slots("streakSlots")},
pairs as materialized (select distinct "parentId", "memberId" from slots),
near as (
  select r.* from slots s cross join lateral (
    select * from streak_progress where program_id = ${tenant} and streak_id = s."parentId" and member_id = s."memberId"
      and length > 0 and first_index <= s.index order by first_index desc limit 2) r
  union
  select r.* from slots s cross join lateral (
    select * from streak_progress where program_id = ${tenant} and streak_id = s."parentId" and member_id = s."memberId"
      and length > 0 and first_index > s.index order by first_index limit 1) r
  union
  select r.* from pairs s cross join lateral (
    select * from streak_progress where program_id = ${tenant} and streak_id = s."parentId" and member_id = s."memberId"
      and length > 0 order by first_index desc limit 1) r
  union
  select r.* from pairs s join streak_progress r on r.program_id = ${tenant} and r.streak_id = s."parentId"
    and r.member_id = s."memberId" and r.length = 0
)
select
  (select coalesce(json_agg(t), '[]') from (
    select ${tallyColumns} from slots s join streak_period t on t.program_id = ${tenant}
      and t.streak_id = s."parentId" and t.member_id = s."memberId" and t.period_index = s.index) t) as tallies,
  (select coalesce(json_agg(r), '[]') from (
    select r.id, r.streak_id as "parentId", r.member_id as "memberId", r.first_index as first, r.length,
      ${epochMs(sql`r.started_at`)} as "startedAt", ${epochMs(sql`r.latest_at`)} as "latestAt", r.latest_zone as "latestZone",
      ${epochMs(sql`r.completed_at`)} as "completedAt", r.next_first_index as "nextFirst",
      ${epochMs(sql`r.next_started_at`)} as "nextStartedAt", ${epochMs(sql`r.created_at`)} as "createdAt"
    from near r) r) as runs,
  (select coalesce(json_agg(l), '[]') from (
    select p."parentId", p."memberId", l.index from pairs p cross join lateral (
      select max(period_index) as index from streak_period where program_id = ${tenant}
        and streak_id = p."parentId" and member_id = p."memberId") l where l.index is not null) l) as latest,
  (select coalesce(json_agg(w), '[]') from (
    select w.id, w.challenge_id as "parentId", w.member_id as "memberId", w.period_index as index, w.value::text as value,
      ${epochMs(sql`w.started_at`)} as "startedAt", ${epochMs(sql`w.latest_at`)} as "latestAt", w.latest_zone as "latestZone",
      ${epochMs(sql`w.completed_at`)} as "completedAt", ${epochMs(sql`w.created_at`)} as "createdAt"
    from ${slots("windowSlots")} s join challenge_progress w on w.program_id = ${tenant}
      and w.challenge_id = s."parentId" and w.member_id = s."memberId" and w.period_index = s.index) w) as windows,
  (select coalesce(json_agg(g), '[]') from (
    select distinct r.milestone_id as "milestoneId", r.member_id as "memberId"
    from q, jsonb_to_recordset(q->'once') as o("milestoneId" uuid, "memberId" uuid)
    join reward_log r on r.program_id = ${tenant} and r.milestone_id = o."milestoneId" and r.member_id = o."memberId") g) as given,
  (select coalesce(json_agg(p), '[]') from (
    select x.id, ${epochMs(sql`x.updated_at`)} as "updatedAt" from (
      select s.id, s.updated_at from q, jsonb_to_recordset(q->'parents') as n(slug text, id uuid)
        join streak s on s.program_id = ${tenant} and s.id = n.id and s.deleted_at is null where n.slug = 'streak'
      union all
      select c.id, c.updated_at from q, jsonb_to_recordset(q->'parents') as n(slug text, id uuid)
        join challenge c on c.program_id = ${tenant} and c.id = n.id and c.deleted_at is null where n.slug = 'challenge') x) p) as parents,
  ${repeats(scope)} as repeats`,
  );
}
