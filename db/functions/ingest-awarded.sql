-- Which of the named awards were made before, with the id of their ledger entry.
create or replace function ingest_awarded(tenant uuid, awards jsonb) returns json language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  if jsonb_array_length(awards) = 0 then
    return '[]'::json;
  end if;
  return (select coalesce(json_agg(r), '[]') from (
    select a."eventType", a.reference, l.id
    from jsonb_to_recordset(awards) as a("eventType" text, reference text)
    cross join lateral (
      select id from ledger_entry
      where program_id = tenant and event_type = a."eventType" and reference = a.reference limit 1) l) r);
end $$;
