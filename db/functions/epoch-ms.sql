-- An instant as epoch milliseconds, for JSON. Inlined where it is used.
create or replace function epoch_ms(at timestamptz) returns bigint language sql stable as $$
  select (extract(epoch from at) * 1000)::bigint
$$;
