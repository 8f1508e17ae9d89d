import { and, eq, getTableColumns, isNull } from "drizzle-orm";
import { userGroup } from "@/db/schema/user-groups";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { fetchPage, type ListQuery, type Page } from "./list";
import { listColumns } from "./list-columns";

export type UserGroupRow = typeof userGroup.$inferSelect;
export type UserGroupValues = Omit<typeof userGroup.$inferInsert, "programId">;

const COLUMNS = listColumns(userGroup);

const present = (scope: TenantScope) => and(eq(userGroup.programId, scope.programId), isNull(userGroup.deletedAt));

export async function findUserGroup(scope: TenantScope, db: Db | Tx, id: string): Promise<UserGroupRow | undefined> {
  const [row] = await db
    .select()
    .from(userGroup)
    .where(and(present(scope), eq(userGroup.id, id)));
  return row;
}

/** A group to be changed: its row is locked, and by it who is in it. */
export async function findUserGroupForUpdate(
  scope: TenantScope,
  tx: Tx,
  id: string,
): Promise<UserGroupRow | undefined> {
  const [row] = await tx
    .select()
    .from(userGroup)
    .where(and(present(scope), eq(userGroup.id, id)))
    .for("update");
  return row;
}

export async function listUserGroups(scope: TenantScope, db: Db | Tx, query: ListQuery): Promise<Page<UserGroupRow>> {
  return fetchPage(
    COLUMNS,
    query,
    [present(scope)],
    (stretch) =>
      db
        .select({ row: getTableColumns(userGroup), keys: stretch.keys })
        .from(userGroup)
        .where(stretch.where)
        .orderBy(...stretch.orderBy)
        .limit(stretch.limit)
        .offset(stretch.offset),
    (where) => db.$count(userGroup, where),
  );
}

export async function insertUserGroup(scope: TenantScope, tx: Tx, values: UserGroupValues): Promise<UserGroupRow> {
  const [row] = await tx
    .insert(userGroup)
    .values({ ...values, programId: scope.programId })
    .returning();
  if (!row) throw new Error("an insert answered no row");
  return row;
}

/** Changes a group; deleting it is a change of `deletedAt`. */
export async function updateUserGroup(
  scope: TenantScope,
  tx: Tx,
  id: string,
  values: Partial<UserGroupValues>,
): Promise<UserGroupRow | undefined> {
  const [row] = await tx
    .update(userGroup)
    .set(values)
    .where(and(present(scope), eq(userGroup.id, id)))
    .returning();
  return row;
}
