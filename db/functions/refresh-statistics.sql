-- Has the planner look at the tables of an ingest that have at least doubled since it last did. The plans of the
-- functions beside this one are kept for the session, and one made while a table is new and empty reads all of a
-- tenant's rows for each row that is looked up. Autovacuum comes after a minute; the embedded database has none.
create or replace function refresh_statistics() returns void language plpgsql as $$
declare
  grown regclass;
begin
  for grown in
    select c.oid from pg_class c
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
      and c.relname in ('member', 'streak_log', 'challenge_log', 'streak_period', 'streak_progress',
        'challenge_progress', 'reward_log', 'ledger_entry', 'user_group_member')
      and pg_relation_size(c.oid) > 2 * greatest(c.relpages, 1) * current_setting('block_size')::bigint
  loop
    execute format('analyze (skip_locked) %s', grown);
  end loop;
end $$;
