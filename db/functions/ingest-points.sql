-- Credits points: entries with the balance after each, and the balance kept beside them. The members are locked.
create or replace function ingest_points(tenant uuid, entries jsonb, balances jsonb) returns void language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  insert into ledger_entry select * from jsonb_populate_recordset(null::ledger_entry, entries);
  update member m set points_balance = b.balance
  from jsonb_to_recordset(balances) as b("memberId" uuid, balance bigint)
  where m.program_id = tenant and m.id = b."memberId";
end $$;
