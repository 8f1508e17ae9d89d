import { sql } from "drizzle-orm";
import type { Tx } from "@/db/types";
import type { WindowPeriod } from "@/lib/domain/period";
import type { AggregationMethod, ParentSlug, Status } from "@/lib/domain/record";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { epochMs, jsonParameter, oneRow } from "../json";

/** What an ingest names: its parents, its members, its events. */
export interface IngestKeys {
  parents: { slug: ParentSlug; id: string }[];
  memberIds: string[];
  externalIds: string[];
  /** In lower case. */
  wallets: string[];
  events: { slug: ParentSlug; parentId: string; identifier: string }[];
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

export interface IngestLoad {
  programTimeZone: string | null;
  parents: ParentRow[];
  milestones: LiveMilestoneRow[];
  members: KnownMemberRow[];
  /** Events that were logged before. */
  repeats: EventRow[];
}

/**
 * Everything an ingest needs to judge its rows, in one statement. It also takes a shared lock on each parent (an
 * advisory one, to the end of the transaction), so that no locked field changes under an ingest (`lockParent`).
 */
export function loadIngest(scope: TenantScope, tx: Tx, keys: IngestKeys): Promise<IngestLoad> {
  return oneRow<IngestLoad>(
    tx,
    sql`
with q as materialized (select ${jsonParameter(keys)} as q),
named as materialized (select p.slug, p.id from q, jsonb_to_recordset(q->'parents') as p(slug text, id uuid)),
locks as materialized (
  select count(pg_advisory_xact_lock_shared(hashtextextended(id::text, 0))::text) as taken
  from (select id from named order by id) ordered
)
select
  (select taken from locks) as locks,
  (select time_zone from program where id = ${scope.programId}) as "programTimeZone",
  (select coalesce(json_agg(p), '[]') from (
    select 'streak' as slug, s.id, s.status, s.aggregation_method as "aggregationMethod", s.aggregation_period as "aggregationPeriod",
      s.aggregation_target_value::text as "aggregationTargetValue", s.completion_target_value::text as "completionTargetValue",
      s.time_zone as "timeZone", ${epochMs(sql`s.starts_at`)} as "startsAt", ${epochMs(sql`s.ends_at`)} as "endsAt",
      ${epochMs(sql`s.updated_at`)} as "updatedAt"
    from named n join streak s on s.program_id = ${scope.programId} and s.id = n.id where n.slug = 'streak' and s.deleted_at is null
    union all
    select 'challenge', c.id, c.status, c.aggregation_method, c.aggregation_period, null, c.completion_target_value::text,
      c.time_zone, ${epochMs(sql`c.starts_at`)}, ${epochMs(sql`c.ends_at`)}, ${epochMs(sql`c.updated_at`)}
    from named n join challenge c on c.program_id = ${scope.programId} and c.id = n.id where n.slug = 'challenge' and c.deleted_at is null
  ) p) as parents,
  (select coalesce(json_agg(m), '[]') from (
    select m.id, m.linked_schema_record_id as "parentId", m.milestone_target_value::text as target, m.points, m.repeatable
    from named n join milestone m on m.program_id = ${scope.programId} and m.linked_schema_record_id = n.id
    where m.linked_schema_slug = n.slug and m.status = 'live' and m.deleted_at is null
  ) m) as milestones,
  (select coalesce(json_agg(m), '[]') from (
    select m.id, m.external_id as "externalId", m.wallet_address as "walletAddress", m.status
    from member m where m.program_id = ${scope.programId} and m.deleted_at is null and m.id in (select jsonb_array_elements_text(q->'memberIds')::uuid from q)
    union
    select m.id, m.external_id, m.wallet_address, m.status
    from member m where m.program_id = ${scope.programId} and m.deleted_at is null and m.external_id in (select jsonb_array_elements_text(q->'externalIds') from q)
    union
    select m.id, m.external_id, m.wallet_address, m.status
    from member m where m.program_id = ${scope.programId} and m.deleted_at is null and lower(m.wallet_address) in (select jsonb_array_elements_text(q->'wallets') from q)
  ) m) as members,
  ${repeats(scope)} as repeats`,
  );
}

/** Logged events among `q->'events'`, for a statement that has `q`. */
export function repeats(scope: TenantScope) {
  return sql`(select coalesce(json_agg(r), '[]') from (
    select e.slug, e."parentId", e.identifier, l.id
    from q, jsonb_to_recordset(q->'events') as e(slug text, "parentId" uuid, identifier text)
    join streak_log l on l.program_id = ${scope.programId} and l.streak_id = e."parentId" and l.unique_identifier = e.identifier
    where e.slug = 'streak'
    union all
    select e.slug, e."parentId", e.identifier, l.id
    from q, jsonb_to_recordset(q->'events') as e(slug text, "parentId" uuid, identifier text)
    join challenge_log l on l.program_id = ${scope.programId} and l.challenge_id = e."parentId" and l.unique_identifier = e.identifier
    where e.slug = 'challenge'
  ) r)`;
}
