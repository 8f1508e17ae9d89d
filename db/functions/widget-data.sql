-- All that the widget's document of a program is made of, and of one of its members when it knows one by that external
-- id: one call for each document. Every part is a few index probes for each live campaign, however long a history is.
-- Of very many live campaigns the newest are shown: what was just put live is what a marketer looks for.
create or replace function widget_data(tenant uuid, member_external_id text) returns json language plpgsql stable
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  who member;
  answer jsonb;
begin
  if member_external_id is not null then
    select * into who from member
    where program_id = tenant and external_id = member_external_id and deleted_at is null limit 1;
  end if;
  answer := jsonb_build_object(
    'member', case when who.id is not null then json_build_object('id', who.id, 'timeZone', who.time_zone,
      'languageCode', who.language_code, 'pointsBalance', who.points_balance) end,
    'streaks', (select coalesce(json_agg(s order by s.id), '[]') from (
      select s.id, s.aggregation_method as "aggregationMethod", s.aggregation_period as "aggregationPeriod",
        s.aggregation_target_value::text as "aggregationTargetValue",
        s.completion_target_value as "completionTargetValue", s.time_zone as "timeZone",
        epoch_ms(s.starts_at) as "startsAt", epoch_ms(s.ends_at) as "endsAt",
        s.eud_title as "eudTitle", s.eud_description as "eudDescription", s.eud_icon as "eudIcon", s.translations,
        (select coalesce(json_agg(t), '[]') from (
          select period_index as index, value::text as value, met_at is not null as met from streak_period
          where program_id = tenant and streak_id = s.id and member_id = who.id
          order by period_index desc limit 14) t) as tallies,
        (select json_build_object('id', n.id, 'first', n.first_index, 'length', n.length,
            'startedAt', epoch_ms(n.started_at), 'latestAt', epoch_ms(n.latest_at), 'latestZone', n.latest_zone,
            'completedAt', epoch_ms(n.completed_at), 'nextFirst', n.next_first_index,
            'nextStartedAt', epoch_ms(n.next_started_at))
          from streak_progress n
          where n.program_id = tenant and n.streak_id = s.id and n.member_id = who.id and n.length > 0
          order by n.first_index desc limit 1) as "lastRun"
      from streak s where s.program_id = tenant and s.status = 'live' and s.deleted_at is null
      order by s.id desc limit 50) s),
    'challenges', (select coalesce(json_agg(c order by c.id), '[]') from (
      select c.id, c.aggregation_method as "aggregationMethod", c.aggregation_period as "aggregationPeriod",
        c.completion_target_value::text as "completionTargetValue", c.time_zone as "timeZone",
        epoch_ms(c.starts_at) as "startsAt", epoch_ms(c.ends_at) as "endsAt",
        c.eud_title as "eudTitle", c.eud_description as "eudDescription", c.eud_icon as "eudIcon", c.translations,
        (select coalesce(json_agg(w), '[]') from (
          select period_index as index, value::text as value, epoch_ms(completed_at) as "completedAt"
          from challenge_progress
          where program_id = tenant and challenge_id = c.id and member_id = who.id
          order by period_index desc limit 2) w) as windows
      from challenge c where c.program_id = tenant and c.status = 'live' and c.deleted_at is null
      order by c.id desc limit 50) c),
    'milestones', (select coalesce(json_agg(m), '[]') from (
      select m.id, m.linked_schema_record_id as "parentId", m.milestone_target_value::text as target, m.points,
        m.repeatable, m.eud_title as "eudTitle", m.eud_description as "eudDescription",
        m.eud_milestone_reward_title as "eudMilestoneRewardTitle",
        m.eud_milestone_reward_instruction_message as "eudMilestoneRewardInstructionMessage",
        m.eud_icon as "eudIcon", m.translations,
        (select max(r.period_key) from reward_log r
          where r.program_id = tenant and r.milestone_id = m.id and r.member_id = who.id) as "lastPaid"
      from (
        select 'streak' as slug, s.id from (select p.id from streak p
          where p.program_id = tenant and p.status = 'live' and p.deleted_at is null order by p.id desc limit 50) s
        union all
        select 'challenge', c.id from (select p.id from challenge p
          where p.program_id = tenant and p.status = 'live' and p.deleted_at is null order by p.id desc limit 50) c) p
      cross join lateral (select * from milestone n
        where n.program_id = tenant and n.linked_schema_record_id = p.id and n.linked_schema_slug = p.slug
          and n.status = 'live' and n.deleted_at is null
        order by n.milestone_target_value, n.id limit 50) m
      order by m.milestone_target_value, m.id) m),
    'rewards', (select coalesce(json_agg(r), '[]') from (
      select r.id, r.coupon_code as "couponCode", epoch_ms(r.reward_issued_at) as "rewardIssuedAt",
        epoch_ms(r.reward_expiry_at) as "rewardExpiryAt", epoch_ms(r.reward_redeemed_at) as "rewardRedeemedAt",
        epoch_ms(r.created_at) as "createdAt", r.celebrated_at is not null as celebrated,
        m.eud_title as "eudTitle", m.eud_description as "eudDescription",
        m.eud_milestone_reward_title as "eudMilestoneRewardTitle",
        m.eud_milestone_reward_instruction_message as "eudMilestoneRewardInstructionMessage",
        m.eud_icon as "eudIcon", m.translations
      from (select * from reward_log where program_id = tenant and member_id = who.id
        order by created_at desc, id desc limit 51) r
      join milestone m on m.program_id = tenant and m.id = r.milestone_id
      order by r.created_at desc, r.id desc) r),
    'entries', (select coalesce(json_agg(e), '[]') from (
      select e.id, e.event_type as "eventType", e.points, e.reference, epoch_ms(e.created_at) as "createdAt"
      from ledger_entry e where e.program_id = tenant and e.member_id = who.id
      order by e.created_at desc, e.id desc limit 10) e));
  -- An icon's id stands in a column, or as a translation's text.
  return json_build_object('icons', (select coalesce(json_agg(i), '[]') from (
      select i.program_id as "programId", i.id, i.sha256, i.content_type as "contentType", i.width, i.height
      from (select distinct coalesce(x->>'text', x#>>'{}') as id from jsonb_path_query(answer, '$.**.eudIcon') x
        where x <> 'null') used
      join icon i on i.program_id = tenant and i.id = used.id::uuid) i), 'data', answer);
end $$;
