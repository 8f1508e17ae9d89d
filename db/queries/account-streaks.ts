import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/types";
import type { EpochMs } from "@/lib/domain/period";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { jsonParameter } from "./json";

/** Where a page of account streaks begins: behind a member's row for a rule; without a rule, behind all of them. */
export interface Position {
  memberId: string;
  ruleId: string | null;
}

export interface RuleRow {
  id: string;
  /** Its live milestones, lowest first; targets as decimal text. */
  milestones: { target: string; points: number }[];
}

export interface AccountStreakRow {
  memberId: string;
  walletAddress: string | null;
  ruleId: string;
  /** The run in progress, if there is one. */
  run: { id: string; length: number; createdAt: number; updatedAt: number; breaksAt: number } | null;
}

/** Whose streaks are asked for. */
export interface AccountFilter {
  memberId: string | null;
  /** In lower case. */
  walletAddress: string | null;
  groupId: string | null;
}

/**
 * The rules asked for that there are, with their milestones; and where in the order of rows the id of a run or of a
 * member lies: null when there is none with this id. One statement.
 */
export async function findRulesAndPosition(
  { programId }: TenantScope,
  db: Db | Tx,
  ruleIds: string[],
  afterId: string | null,
): Promise<{ rules: RuleRow[]; position: Position | null }> {
  const { rows } = await db.execute<{ rules: RuleRow[]; position: Position | null }>(sql`
    select (
      select coalesce(json_agg(json_build_object('id', s.id, 'milestones', ladder.rungs) order by s.id), '[]')
      from jsonb_array_elements_text(${jsonParameter(ruleIds)}) as asked(id)
      join streak s on s.program_id = ${programId} and s.id = asked.id::uuid and s.deleted_at is null
      cross join lateral (
        select coalesce(json_agg(json_build_object('target', m.milestone_target_value::text, 'points', m.points)
          order by m.milestone_target_value, m.id), '[]') as rungs
        from milestone m
        where m.program_id = ${programId} and m.linked_schema_record_id = s.id and m.status = 'live'
          and m.deleted_at is null) ladder) as rules, (
      select json_build_object('memberId', found.member_id, 'ruleId', found.rule_id)
      from (
        select member_id, streak_id as rule_id from streak_progress
        where program_id = ${programId} and id = ${afterId}::uuid
        union all
        select id, null from member where program_id = ${programId} and id = ${afterId}::uuid) found
      limit 1) as position`);
  const [row] = rows;
  if (!row) throw new Error("a select of no table answered no row");
  return row;
}

/** A page of rows, one for each member and rule, by member and then rule. */
export async function listAccountStreaks(
  scope: TenantScope,
  db: Db | Tx,
  ruleIds: string[],
  filter: AccountFilter,
  after: Position | null,
  limit: number,
  now: EpochMs,
): Promise<AccountStreakRow[]> {
  const { rows } = await db.execute<AccountStreakRow & Record<string, unknown>>(
    accountStreaks(scope, ruleIds, filter, after, limit, now),
  );
  return rows;
}

/**
 * The statement of `listAccountStreaks`. It walks members by an index no further than the page can need, and looks each
 * one's last run up: no other can be in progress (lib/domain/streak). A run of value 0 is no running streak.
 */
export function accountStreaks(
  { programId }: TenantScope,
  ruleIds: string[],
  filter: AccountFilter,
  after: Position | null,
  limit: number,
  now: EpochMs,
): SQL {
  const members = Math.ceil(limit / ruleIds.length) + 1;
  const at = sql`${new Date(now).toISOString()}::timestamptz`;
  const behind = after?.ruleId
    ? sql`(account.id, rule.id) > (${after.memberId}::uuid, ${after.ruleId}::uuid)`
    : sql`true`;
  return sql`
    with account as materialized (${matchingMembers(programId, filter, after, members)}),
    rule as materialized (
      select asked.id::uuid as id from jsonb_array_elements_text(${jsonParameter(ruleIds)}) as asked(id))
    select account.id as "memberId", account.wallet_address as "walletAddress", rule.id as "ruleId",
      case when run.completed_at is null and run.next_first_index is null and run.breaks_at > ${at}
        then json_build_object('id', run.id, 'length', run.length, 'createdAt', epoch_ms(run.created_at),
          'updatedAt', epoch_ms(run.updated_at), 'breaksAt', epoch_ms(run.breaks_at)) end as run
    from account cross join rule
    left join lateral (
      select * from streak_progress
      where program_id = ${programId} and streak_id = rule.id and member_id = account.id and length > 0
      order by first_index desc limit 1) run on true
    where ${behind}
    order by account.id, rule.id
    limit ${limit}`;
}

/** Members that match, from the position on, as many as a page can need: by the narrowest condition that is given. */
function matchingMembers(programId: string, filter: AccountFilter, after: Position | null, limit: number): SQL {
  const { memberId, walletAddress, groupId } = filter;
  if (memberId === null && walletAddress === null)
    return groupId === null ? everyMember(programId, after, limit) : membersOfGroup(programId, groupId, after, limit);
  const byId = memberId === null ? sql`` : sql`and m.id = ${memberId}::uuid`;
  const byWallet = walletAddress === null ? sql`` : sql`and lower(m.wallet_address) = ${walletAddress}`;
  const one = sql`
    select m.id, m.wallet_address from member m
    where m.program_id = ${programId} and m.deleted_at is null ${byId} ${byWallet} ${behind(sql`m.id`, after)} limit 1`;
  if (groupId === null) return one;
  return sql`
    select m.id, m.wallet_address from (${one}) m
    cross join lateral (
      select from user_group_member
      where program_id = ${programId} and user_group_id = ${groupId}::uuid and member_id = m.id limit 1) g
    where ${groupExists(programId, groupId)}`;
}

function everyMember(programId: string, after: Position | null, limit: number): SQL {
  return sql`
    select m.id, m.wallet_address from member m
    where m.program_id = ${programId} and m.deleted_at is null ${behind(sql`m.id`, after)}
    order by m.id limit ${limit}`;
}

/** The offset and the limit of 1 keep the planner to this way: along the group's key, then to each member. */
function membersOfGroup(programId: string, groupId: string, after: Position | null, limit: number): SQL {
  return sql`
    select m.id, m.wallet_address
    from (
      select g.member_id from user_group_member g
      where g.program_id = ${programId} and g.user_group_id = ${groupId}::uuid ${behind(sql`g.member_id`, after)}
      order by g.member_id offset 0) walked
    cross join lateral (
      select m.id, m.wallet_address from member m
      where m.program_id = ${programId} and m.id = walked.member_id and m.deleted_at is null limit 1) m
    where ${groupExists(programId, groupId)}
    order by walked.member_id limit ${limit}`;
}

/** A member with rows behind the position: the one of the position as well, unless it is behind all of the member's. */
function behind(id: SQL, after: Position | null): SQL {
  if (!after) return sql``;
  return after.ruleId ? sql`and ${id} >= ${after.memberId}::uuid` : sql`and ${id} > ${after.memberId}::uuid`;
}

function groupExists(programId: string, groupId: string): SQL {
  return sql`exists (
    select from user_group where program_id = ${programId} and id = ${groupId}::uuid and deleted_at is null)`;
}
