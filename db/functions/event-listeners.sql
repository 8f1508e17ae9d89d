-- The streaks and challenges that listen to types of events, whatever their status: who is not live is told so.
create or replace function event_listeners(tenant uuid, types jsonb) returns json language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  return (select coalesce(json_agg(l order by l.slug desc, l.id), '[]') from (
    select t.type, 'streak' as slug, s.id
    from jsonb_array_elements_text(types) as t(type)
    join streak s on s.activity_ids @> array[t.type]
    where s.program_id = tenant and s.deleted_at is null
    union all
    select t.type, 'challenge', c.id
    from jsonb_array_elements_text(types) as t(type)
    join challenge c on c.activity_ids @> array[t.type]
    where c.program_id = tenant and c.deleted_at is null) l);
end $$;
