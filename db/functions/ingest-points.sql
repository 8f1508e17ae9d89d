-- Credits points: entries with the balance after each, and the balance kept beside them. The members are locked, so the
-- numbers of their entries go on without a gap.
create or replace function ingest_points(tenant uuid, entries jsonb, balances jsonb) returns void language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  insert into ledger_entry (program_id, id, member_id, number, event_type, points, balance_after, reference, metadata,
    created_at)
  select e.program_id, e.id, e.member_id,
    coalesce(latest.number, 0) + row_number() over (partition by e.member_id order by given.position),
    e.event_type, e.points, e.balance_after, e.reference, e.metadata, e.created_at
  from jsonb_array_elements(entries) with ordinality as given(entry, position)
  cross join lateral jsonb_populate_record(null::ledger_entry, given.entry) e
  left join lateral (
    select number from ledger_entry where program_id = tenant and member_id = e.member_id
    order by number desc limit 1) latest on true;
  update member m set points_balance = b.balance
  from jsonb_to_recordset(balances) as b("memberId" uuid, balance bigint)
  where m.program_id = tenant and m.id = b."memberId";
end $$;
