import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { apiKey } from "@/db/schema/api-keys";
import { authMember, authOrganization } from "@/db/schema/auth";
import { challenge } from "@/db/schema/challenges";
import { member } from "@/db/schema/members";
import { program } from "@/db/schema/programs";
import { streak } from "@/db/schema/streaks";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import type { WidgetTheme } from "@/lib/domain/widget-theme";

/*
 * These few statements come before there is a tenant: they find out which one it is. Only lib/auth and the first boot
 * call them; those at the end, which take a scope, anybody may.
 */

export type ProgramRow = typeof program.$inferSelect;
export type ApiKeyRow = typeof apiKey.$inferSelect;

/** A program and, when it knows one by that external id, its member; in one statement. */
export async function findProgramAndMember(
  db: Db | Tx,
  id: string,
  externalId: string,
): Promise<{ program: ProgramRow; member: { id: string } | null } | undefined> {
  const [row] = await db
    .select({ program, member: { id: member.id } })
    .from(program)
    .leftJoin(
      member,
      and(eq(member.programId, program.id), eq(member.externalId, externalId), isNull(member.deletedAt)),
    )
    .where(eq(program.id, id));
  return row;
}

/** The oldest program: the one that the first boot made. */
export async function findFirstProgram(db: Db | Tx): Promise<ProgramRow | undefined> {
  const [row] = await db
    .select()
    .from(program)
    .where(eq(program.mode, "live"))
    .orderBy(asc(program.createdAt))
    .limit(1);
  return row;
}

/** The programs of every organization that a console user belongs to, with the user's role there; the oldest first. */
export function listProgramsOfUser(db: Db | Tx, userId: string): Promise<{ program: ProgramRow; role: string }[]> {
  return db
    .select({ program, role: authMember.role })
    .from(authMember)
    .innerJoin(program, eq(program.organizationId, authMember.organizationId))
    .where(eq(authMember.userId, userId))
    .orderBy(asc(program.createdAt), asc(program.id));
}

/** Keys in force whose secret has this hash, with their programs: more than one only if a secret was reused by hand. */
export function findKeysByHash(db: Db | Tx, hash: string): Promise<{ key: ApiKeyRow; program: ProgramRow }[]> {
  return db
    .select({ key: apiKey, program })
    .from(apiKey)
    .innerJoin(program, eq(program.id, apiKey.programId))
    .where(and(eq(apiKey.hash, hash), isNull(apiKey.revokedAt)))
    .limit(2);
}

export async function touchKey(db: Db | Tx, key: Pick<ApiKeyRow, "programId" | "id">, now: number): Promise<void> {
  await db
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKey.programId, key.programId), eq(apiKey.id, key.id)));
}

/** Whoever boots first makes the first program; who boots at the same time waits here, to the end of the transaction. */
export async function lockFirstBoot(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7164538)`);
}

/** Whether a program has never had a member or a campaign, deleted ones included. */
export async function programIsEmpty(scope: TenantScope, tx: Tx): Promise<boolean> {
  for (const table of [member, streak, challenge]) {
    const found = await tx.select({ id: table.id }).from(table).where(eq(table.programId, scope.programId)).limit(1);
    if (found.length > 0) return false;
  }
  return true;
}

export async function insertOrganization(tx: Tx, values: typeof authOrganization.$inferInsert): Promise<void> {
  await tx.insert(authOrganization).values(values);
}

export async function insertPrograms(tx: Tx, values: (typeof program.$inferInsert)[]): Promise<ProgramRow[]> {
  return tx.insert(program).values(values).returning();
}

export async function setWidgetSecret(tx: Tx, programId: string, widgetSecret: string, now: number): Promise<void> {
  await tx.update(program).set({ widgetSecret, updatedAt: now }).where(eq(program.id, programId));
}

export async function insertApiKey(tx: Tx, values: typeof apiKey.$inferInsert): Promise<void> {
  await tx.insert(apiKey).values(values);
}

/** Revokes the keys of a program that have this name and another hash: what a changed boot secret leaves behind. */
export async function revokeOtherKeys(
  tx: Tx,
  programId: string,
  name: string,
  hash: string,
  now: number,
): Promise<void> {
  await tx
    .update(apiKey)
    .set({ revokedAt: now, updatedAt: now })
    .where(
      and(eq(apiKey.programId, programId), eq(apiKey.name, name), ne(apiKey.hash, hash), isNull(apiKey.revokedAt)),
    );
}

export async function findWidgetTheme(scope: TenantScope, db: Db | Tx): Promise<WidgetTheme | undefined> {
  const [row] = await db
    .select({ widgetTheme: program.widgetTheme })
    .from(program)
    .where(eq(program.id, scope.programId));
  return row?.widgetTheme;
}

export async function setWidgetTheme(scope: TenantScope, tx: Tx, widgetTheme: WidgetTheme, now: number): Promise<void> {
  await tx.update(program).set({ widgetTheme, updatedAt: now }).where(eq(program.id, scope.programId));
}
