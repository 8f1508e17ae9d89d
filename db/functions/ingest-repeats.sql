-- Which of the named events were logged before, with the id of the first log.
-- A lookup by the whole key for each event (lateral, limit 1), here and wherever an ingest names rows: a plain join that
-- is planned while its table is new and has no statistics reads all of the tenant's rows for each row that is named.
create or replace function ingest_repeats(tenant uuid, events jsonb) returns json language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  return (select coalesce(json_agg(r), '[]') from (
    select e.slug, e."parentId", e.identifier, l.id
    from jsonb_to_recordset(events) as e(slug text, "parentId" uuid, identifier text)
    cross join lateral (
      select id from streak_log
      where program_id = tenant and streak_id = e."parentId" and unique_identifier = e.identifier limit 1) l
    where e.slug = 'streak'
    union all
    select e.slug, e."parentId", e.identifier, l.id
    from jsonb_to_recordset(events) as e(slug text, "parentId" uuid, identifier text)
    cross join lateral (
      select id from challenge_log
      where program_id = tenant and challenge_id = e."parentId" and unique_identifier = e.identifier limit 1) l
    where e.slug = 'challenge') r);
end $$;
