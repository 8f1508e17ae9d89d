-- What members logged in given periods of streaks; a period without a log has no row.
create or replace function ingest_tallies(tenant uuid, slots jsonb) returns json language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  return (select coalesce(json_agg(t), '[]') from (
    select t.streak_id as "parentId", t.member_id as "memberId", t.period_index as index, t.value::text as value,
      epoch_ms(t.first_at) as "firstAt", epoch_ms(t.latest_at) as "latestAt", t.latest_zone as "latestZone",
      epoch_ms(t.met_at) as "metAt"
    from jsonb_to_recordset(slots) as s("parentId" uuid, "memberId" uuid, index int)
    cross join lateral (
      select * from streak_period
      where program_id = tenant and streak_id = s."parentId" and member_id = s."memberId" and period_index = s.index
      limit 1) t) t);
end $$;
