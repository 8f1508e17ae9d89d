-- Awards the points of a live reward rule to a member, who is made when new: one statement, all of it or nothing. An
-- award by hand names a member who must be there, by `ownerId`, and is in the audit trail with who made it. The
-- member's row lock puts awards and ingests for one member in a row; those for others go on beside it. Who meets the
-- reference of an award that is under way waits for it to end, gives its own writes up, and sees it as done before.
create or replace function award_points(tenant uuid, q jsonb) returns json language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  at timestamptz := q->>'at';
  rule reward_rule;
  owner member;
  latest bigint;
  balance bigint;
  broken text;
begin
  select * into rule from reward_rule
  where program_id = tenant and event_type = q->>'eventType' and deleted_at is null and status = 'live';
  if not found then
    return json_build_object('refused', 'no_rule');
  end if;
  if exists (select from ledger_entry
      where program_id = tenant and event_type = q->>'eventType' and reference = q->>'reference') then
    return json_build_object('refused', 'duplicate');
  end if;
  if q->>'ownerId' is not null then
    select * into owner from member
    where program_id = tenant and id = (q->>'ownerId')::uuid and deleted_at is null for update;
    if not found then
      return json_build_object('refused', 'no_member');
    end if;
  end if;
  while owner.id is null loop
    select * into owner from member
    where program_id = tenant and external_id = q->>'userId' and deleted_at is null for update;
    exit when found;
    insert into member (program_id, id, external_id, display_name, email, status, points_balance, created_at, updated_at)
    values (tenant, (q->>'memberId')::uuid, q->>'userId', q->>'displayName', q->>'email', 'live', 0, at, at)
    on conflict (program_id, external_id) where deleted_at is null do nothing
    returning * into owner;
    exit when found;
  end loop;
  if owner.status <> 'live' then
    return json_build_object('refused', 'member_not_live');
  end if;
  balance := owner.points_balance + rule.points;
  if abs(balance) > (q->>'maxBalance')::bigint and abs(balance) > abs(owner.points_balance) then
    raise exception using errcode = 'numeric_value_out_of_range', message = 'balance';
  end if;
  select number into latest from ledger_entry
  where program_id = tenant and member_id = owner.id order by number desc limit 1;
  insert into ledger_entry (program_id, id, member_id, number, event_type, points, balance_after, reference, metadata,
    created_at)
  values (tenant, (q->>'entryId')::uuid, owner.id, coalesce(latest, 0) + 1, rule.event_type, rule.points, balance,
    q->>'reference', nullif(q->'metadata', 'null'), at);
  perform award_member(tenant, q, owner, balance);
  if q->>'ownerId' is not null then
    insert into audit_entry (program_id, id, actor_kind, actor_id, action, slug, record_id, before, after, request_id,
      created_at)
    values (tenant, (q->>'auditId')::uuid, q->>'actorKind', q->>'actorId', 'update', 'member', owner.id,
      jsonb_build_object('pointsBalance', owner.points_balance),
      jsonb_build_object('pointsBalance', balance, 'eventType', rule.event_type, 'reason', q->'metadata'->>'reason'),
      q->>'requestId', at);
  end if;
  return json_build_object('points', rule.points, 'balance', balance);
exception
  when unique_violation then
    get stacked diagnostics broken = constraint_name;
    if broken <> 'ledger_entry_reference' then
      raise;
    end if;
    return json_build_object('refused', 'duplicate');
  when numeric_value_out_of_range then
    return json_build_object('refused', 'balance_out_of_range');
end $$;
-- What an award leaves on its member, whose row is locked: the balance, and the name and address that came with it. A
-- change of those is in the audit trail, as any change of a member is.
create or replace function award_member(tenant uuid, q jsonb, owner member, balance bigint) returns void
  language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  at timestamptz := q->>'at';
  name text := coalesce(q->>'displayName', owner.display_name);
  address text := coalesce(q->>'email', owner.email);
  renamed boolean := (name, address) is distinct from (owner.display_name, owner.email);
begin
  update member
  set points_balance = balance, display_name = name, email = address,
    updated_at = case when renamed then at else updated_at end
  where program_id = tenant and id = owner.id;
  if renamed then
    insert into audit_entry (program_id, id, actor_kind, actor_id, action, slug, record_id, before, after, request_id,
      created_at)
    values (tenant, (q->>'auditId')::uuid, q->>'actorKind', q->>'actorId', 'update', 'member', owner.id,
      jsonb_build_object('displayName', owner.display_name, 'email', owner.email),
      jsonb_build_object('displayName', name, 'email', address), q->>'requestId', at);
  end if;
end $$;
