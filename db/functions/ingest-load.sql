-- Everything an ingest needs to judge its rows. It also takes a shared lock on each parent (an advisory one, to the end
-- of the transaction), so that no locked field changes under an ingest: db/queries/parents.ts is the other side.
-- PL/pgSQL, since its plans are kept for the session on every driver: planning would cost more than the work. Generic
-- plans by index only, here and in the others: a plan made while the tables were empty must be right when they are full.
create or replace function ingest_load(tenant uuid, q jsonb) returns json language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended(p.id::text, 0))
  from (select id from jsonb_to_recordset(q->'parents') as p(id uuid) order by id) p;
  return json_build_object(
    'programTimeZone', (select time_zone from program where id = tenant),
    'parents', (select coalesce(json_agg(p), '[]') from (
      select 'streak' as slug, s.id, s.status, s.aggregation_method as "aggregationMethod",
        s.aggregation_period as "aggregationPeriod", s.aggregation_target_value::text as "aggregationTargetValue",
        s.completion_target_value::text as "completionTargetValue", s.time_zone as "timeZone",
        epoch_ms(s.starts_at) as "startsAt", epoch_ms(s.ends_at) as "endsAt", epoch_ms(s.updated_at) as "updatedAt"
      from jsonb_to_recordset(q->'parents') as n(slug text, id uuid)
      join streak s on s.program_id = tenant and s.id = n.id
      where n.slug = 'streak' and s.deleted_at is null
      union all
      select 'challenge', c.id, c.status, c.aggregation_method, c.aggregation_period, null,
        c.completion_target_value::text, c.time_zone,
        epoch_ms(c.starts_at), epoch_ms(c.ends_at), epoch_ms(c.updated_at)
      from jsonb_to_recordset(q->'parents') as n(slug text, id uuid)
      join challenge c on c.program_id = tenant and c.id = n.id
      where n.slug = 'challenge' and c.deleted_at is null) p),
    'milestones', (select coalesce(json_agg(m), '[]') from (
      select m.id, m.linked_schema_record_id as "parentId", m.milestone_target_value::text as target, m.points, m.repeatable
      from jsonb_to_recordset(q->'parents') as n(slug text, id uuid)
      join milestone m on m.program_id = tenant and m.linked_schema_record_id = n.id
      where m.linked_schema_slug = n.slug and m.status = 'live' and m.deleted_at is null) m),
    'members', (select coalesce(json_agg(m), '[]') from (
      select m.id, m.external_id as "externalId", m.wallet_address as "walletAddress", m.status
      from jsonb_array_elements_text(q->'memberIds') as k(id)
      cross join lateral (
        select * from member where program_id = tenant and id = k.id::uuid and deleted_at is null limit 1) m
      union
      select m.id, m.external_id, m.wallet_address, m.status
      from jsonb_array_elements_text(q->'externalIds') as k(id)
      cross join lateral (
        select * from member where program_id = tenant and external_id = k.id and deleted_at is null limit 1) m
      union
      select m.id, m.external_id, m.wallet_address, m.status
      from jsonb_array_elements_text(q->'wallets') as k(wallet)
      cross join lateral (
        select * from member
        where program_id = tenant and lower(wallet_address) = k.wallet and deleted_at is null limit 1) m) m),
    'repeats', ingest_repeats(tenant, q->'events'),
    'rules', (select coalesce(json_agg(r), '[]') from (
      select distinct r.event_type as "eventType", r.points, r.status
      from jsonb_to_recordset(q->'awards') as a("eventType" text)
      cross join lateral (
        select * from reward_rule
        where program_id = tenant and event_type = a."eventType" and deleted_at is null limit 1) r) r),
    'awarded', ingest_awarded(tenant, q->'awards'));
end $$;
