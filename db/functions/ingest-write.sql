-- Writes all that an ingest decided. A log that exists already is a unique violation (the caller runs the ingest anew);
-- a reward that exists already is left as it is. Answers with the ids of the reward logs that are new.
create or replace function ingest_write(tenant uuid, q jsonb) returns json language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  rewards json := '[]';
begin
  if q ? 'streakLogs' then
    insert into streak_log select * from jsonb_populate_recordset(null::streak_log, q->'streakLogs');
  end if;
  if q ? 'challengeLogs' then
    insert into challenge_log select * from jsonb_populate_recordset(null::challenge_log, q->'challengeLogs');
  end if;
  if q ? 'tallies' then
    insert into streak_period select * from jsonb_populate_recordset(null::streak_period, q->'tallies')
    on conflict (program_id, streak_id, member_id, period_index) do update
    set value = excluded.value, first_at = excluded.first_at, latest_at = excluded.latest_at,
      latest_zone = excluded.latest_zone, met_at = excluded.met_at;
  end if;
  if q ? 'gone' then
    delete from streak_progress
    where program_id = tenant and id = any (array(select g.id::uuid from jsonb_array_elements_text(q->'gone') as g(id)));
  end if;
  if q ? 'merges' then
    insert into streak_progress_merge
    select * from jsonb_populate_recordset(null::streak_progress_merge, q->'merges');
  end if;
  if q ? 'runs' then
    insert into streak_progress select * from jsonb_populate_recordset(null::streak_progress, q->'runs')
    on conflict (program_id, id) do update
    set first_index = excluded.first_index, length = excluded.length, started_at = excluded.started_at,
      latest_at = excluded.latest_at, latest_zone = excluded.latest_zone, completed_at = excluded.completed_at,
      next_first_index = excluded.next_first_index, next_started_at = excluded.next_started_at,
      breaks_at = excluded.breaks_at, visible_from = excluded.visible_from, updated_at = excluded.updated_at;
  end if;
  if q ? 'windows' then
    insert into challenge_progress select * from jsonb_populate_recordset(null::challenge_progress, q->'windows')
    on conflict (program_id, id) do update
    set value = excluded.value, started_at = excluded.started_at, latest_at = excluded.latest_at,
      latest_zone = excluded.latest_zone, completed_at = excluded.completed_at,
      period_end_at = excluded.period_end_at, updated_at = excluded.updated_at;
  end if;
  if q ? 'rewards' then
    with made as (
      insert into reward_log select * from jsonb_populate_recordset(null::reward_log, q->'rewards')
      on conflict do nothing returning id)
    select coalesce(json_agg(id), '[]') into rewards from made;
  end if;
  return rewards;
end $$;
