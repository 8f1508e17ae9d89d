-- Locks the rows of known members and creates the new ones, always in the order of external_id: ingests for one member
-- queue here, and no two can wait for each other in a ring.
create or replace function ingest_lock(tenant uuid, known jsonb, created jsonb) returns json language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  members json;
begin
  if jsonb_array_length(created) = 0 then
    return (
      with locked as (
        select m.id, m.external_id as "externalId", m.status, m.time_zone as "timeZone",
          m.points_balance as "pointsBalance", false as created
        from member m
        where m.program_id = tenant and m.deleted_at is null
          and m.id = any (array(select k.id::uuid from jsonb_array_elements_text(known) as k(id)))
        order by m.external_id collate "C" for update of m)
      select coalesce(json_agg(l), '[]') from locked l);
  end if;
  -- The upsert changes nothing of a known member: it is there for its row lock, in the same order as the inserts.
  with wanted as (
    select m.* from jsonb_array_elements_text(known) as k(id)
    cross join lateral (
      select * from member where program_id = tenant and id = k.id::uuid and deleted_at is null limit 1) m
    union all
    select n.* from jsonb_populate_recordset(null::member, created) as n),
  locked as (
    insert into member as m select * from (select * from wanted order by external_id collate "C") ordered
    on conflict (program_id, external_id) where deleted_at is null do update set updated_at = m.updated_at
    returning m.id, m.external_id as "externalId", m.status, m.time_zone as "timeZone",
      m.points_balance as "pointsBalance", m.xmax = 0 as created)
  select coalesce(json_agg(l), '[]') into members from locked l;
  return members;
end $$;
