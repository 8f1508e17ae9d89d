-- The neighbourhood of each slot (parent, member, period): its tally or window, the runs about it, the last run and the
-- provisional one. Its cost follows the number of slots, never the length of a history. Read once members are locked.
create or replace function ingest_state(tenant uuid, q jsonb) returns json language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  return json_build_object(
    'tallies', ingest_tallies(tenant, q->'streakSlots'),
    'runs', (select coalesce(json_agg(r), '[]') from (
      with slots as materialized (
        select * from jsonb_to_recordset(q->'streakSlots') as s("parentId" uuid, "memberId" uuid, index int)),
      pairs as materialized (select distinct "parentId", "memberId" from slots),
      near as (
        select r.* from slots s cross join lateral (
          select * from streak_progress where program_id = tenant and streak_id = s."parentId"
            and member_id = s."memberId" and length > 0 and first_index <= s.index
          order by first_index desc limit 2) r
        union
        select r.* from slots s cross join lateral (
          select * from streak_progress where program_id = tenant and streak_id = s."parentId"
            and member_id = s."memberId" and length > 0 and first_index > s.index
          order by first_index limit 1) r
        union
        select r.* from pairs s cross join lateral (
          select * from streak_progress where program_id = tenant and streak_id = s."parentId"
            and member_id = s."memberId" and length > 0
          order by first_index desc limit 1) r
        union
        select r.* from pairs s cross join lateral (
          select * from streak_progress where program_id = tenant and streak_id = s."parentId"
            and member_id = s."memberId" and length = 0 limit 1) r)
      select n.id, n.streak_id as "parentId", n.member_id as "memberId", n.first_index as first, n.length,
        epoch_ms(n.started_at) as "startedAt", epoch_ms(n.latest_at) as "latestAt", n.latest_zone as "latestZone",
        epoch_ms(n.completed_at) as "completedAt", n.next_first_index as "nextFirst",
        epoch_ms(n.next_started_at) as "nextStartedAt", epoch_ms(n.created_at) as "createdAt"
      from near n) r),
    'latest', (select coalesce(json_agg(l), '[]') from (
      select p."parentId", p."memberId", l.index
      from (select distinct s."parentId", s."memberId"
        from jsonb_to_recordset(q->'streakSlots') as s("parentId" uuid, "memberId" uuid)) p
      cross join lateral (
        select max(period_index) as index from streak_period
        where program_id = tenant and streak_id = p."parentId" and member_id = p."memberId") l
      where l.index is not null) l),
    'windows', (select coalesce(json_agg(w), '[]') from (
      select w.id, w.challenge_id as "parentId", w.member_id as "memberId", w.period_index as index,
        w.value::text as value, epoch_ms(w.started_at) as "startedAt", epoch_ms(w.latest_at) as "latestAt",
        w.latest_zone as "latestZone", epoch_ms(w.completed_at) as "completedAt", epoch_ms(w.created_at) as "createdAt"
      from jsonb_to_recordset(q->'windowSlots') as s("parentId" uuid, "memberId" uuid, index int)
      cross join lateral (
        select * from challenge_progress where program_id = tenant and challenge_id = s."parentId"
          and member_id = s."memberId" and period_index = s.index limit 1) w) w),
    'given', (select coalesce(json_agg(g), '[]') from (
      select distinct r.milestone_id as "milestoneId", r.member_id as "memberId"
      from jsonb_to_recordset(q->'once') as o("milestoneId" uuid, "memberId" uuid)
      cross join lateral (
        select milestone_id, member_id from reward_log
        where program_id = tenant and milestone_id = o."milestoneId" and member_id = o."memberId" limit 1) r) g),
    'parents', (select coalesce(json_agg(p), '[]') from (
      select s.id, epoch_ms(s.updated_at) as "updatedAt"
      from jsonb_to_recordset(q->'parents') as n(slug text, id uuid)
      join streak s on s.program_id = tenant and s.id = n.id
      where n.slug = 'streak' and s.deleted_at is null
      union all
      select c.id, epoch_ms(c.updated_at)
      from jsonb_to_recordset(q->'parents') as n(slug text, id uuid)
      join challenge c on c.program_id = tenant and c.id = n.id
      where n.slug = 'challenge' and c.deleted_at is null) p),
    'repeats', ingest_repeats(tenant, q->'events'),
    'awarded', ingest_awarded(tenant, q->'awards'));
end $$;
