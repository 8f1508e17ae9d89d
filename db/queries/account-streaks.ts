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
function matchingMembers(
  programId: string,
  { memberId, walletAddress, groupId }: AccountFilter,
  after: Position | null,
  limit: number,
): SQL {
  const conditions = [sql`m.program_id = ${programId}`, sql`m.deleted_at is null`];
  if (memberId !== null) conditions.push(sql`m.id = ${memberId}::uuid`);
  if (walletAddress !== null) conditions.push(sql`lower(m.wallet_address) = ${walletAddress}`);
  const walked = groupId === null ? sql`m.id` : sql`g.member_id`;
  if (after) conditions.push(sql`${walked} ${after.ruleId ? sql`>=` : sql`>`} ${after.memberId}::uuid`);
  const group =
    groupId === null
      ? sql``
      : sql`join user_group_member g on g.program_id = m.program_id and g.member_id = m.id
          and g.user_group_id = ${groupId}::uuid
        join user_group u on u.program_id = g.program_id and u.id = g.user_group_id and u.deleted_at is null`;
  return sql`
    select m.id, m.wallet_address from member m ${group}
    where ${sql.join(conditions, sql` and `)} order by ${walked} limit ${limit}`;
}
