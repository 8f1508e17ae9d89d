import { and, eq, exists, getTableColumns, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { member } from "@/db/schema/members";
import { userGroupMember } from "@/db/schema/user-groups";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { fetchPage, type ListQuery, type Page } from "./list";
import { listColumns } from "./list-columns";

export type MemberRow = typeof member.$inferSelect;
export type MemberValues = Omit<typeof member.$inferInsert, "programId">;

const COLUMNS = listColumns(member);

/** Members who were not deleted. */
export const presentMember = (scope: TenantScope) =>
  and(eq(member.programId, scope.programId), isNull(member.deletedAt));

const inGroup = (scope: TenantScope, db: Db | Tx, groupId: string) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(userGroupMember)
      .where(
        and(
          eq(userGroupMember.programId, scope.programId),
          eq(userGroupMember.userGroupId, groupId),
          eq(userGroupMember.memberId, member.id),
        ),
      ),
  );

export async function findMember(scope: TenantScope, db: Db | Tx, id: string): Promise<MemberRow | undefined> {
  const [row] = await db
    .select()
    .from(member)
    .where(and(presentMember(scope), eq(member.id, id)));
  return row;
}

export async function findMemberByExternalId(
  scope: TenantScope,
  db: Db | Tx,
  externalId: string,
): Promise<MemberRow | undefined> {
  const [row] = await db
    .select()
    .from(member)
    .where(and(presentMember(scope), eq(member.externalId, externalId)));
  return row;
}

/** Which of these members there are, by id or by external id. */
export function findMemberIds(
  scope: TenantScope,
  db: Db | Tx,
  ids: string[],
  externalIds: string[],
): Promise<{ id: string; externalId: string }[]> {
  return db
    .select({ id: member.id, externalId: member.externalId })
    .from(member)
    .where(and(presentMember(scope), or(inArray(member.id, ids), inArray(member.externalId, externalIds))));
}

/** A member to be changed: its row is locked, as an ingest would. */
export async function findMemberForUpdate(scope: TenantScope, tx: Tx, id: string): Promise<MemberRow | undefined> {
  const [row] = await tx
    .select()
    .from(member)
    .where(and(presentMember(scope), eq(member.id, id)))
    .for("update");
  return row;
}

/** Members by id, deleted ones too: rewards that they earned stay readable. */
export async function findMembersByIds(scope: TenantScope, db: Db | Tx, ids: string[]): Promise<MemberRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(member)
    .where(and(eq(member.programId, scope.programId), inArray(member.id, ids)));
}

/** Members, by the parameters of every list; `groupId` narrows them to one group's. */
export async function listMembers(
  scope: TenantScope,
  db: Db | Tx,
  query: ListQuery,
  groupId: string | null = null,
): Promise<Page<MemberRow>> {
  return pageOfMembers(scope, db, query, groupId === null ? undefined : inGroup(scope, db, groupId));
}

/** A page of the members whom a condition on `member` lets through. */
export async function pageOfMembers(
  scope: TenantScope,
  db: Db | Tx,
  query: ListQuery,
  only: SQL | undefined,
): Promise<Page<MemberRow>> {
  return fetchPage(
    COLUMNS,
    query,
    [presentMember(scope), only],
    (stretch) =>
      db
        .select({ row: getTableColumns(member), keys: stretch.keys })
        .from(member)
        .where(stretch.where)
        .orderBy(...stretch.orderBy)
        .limit(stretch.limit)
        .offset(stretch.offset),
    (where) => db.$count(member, where),
  );
}

export async function insertMember(scope: TenantScope, tx: Tx, values: MemberValues): Promise<MemberRow> {
  const [row] = await tx
    .insert(member)
    .values({ ...values, programId: scope.programId })
    .returning();
  if (!row) throw new Error("an insert answered no row");
  return row;
}

/** Changes a member; deleting one is a change of `deletedAt`. */
export async function updateMember(
  scope: TenantScope,
  tx: Tx,
  id: string,
  values: Partial<MemberValues>,
): Promise<MemberRow | undefined> {
  const [row] = await tx
    .update(member)
    .set(values)
    .where(and(presentMember(scope), eq(member.id, id)))
    .returning();
  return row;
}
