import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { auditEntry } from "@/db/schema/audit-entries";
import type { Db, Tx } from "@/db/types";
import type { Status } from "@/lib/domain/record";
import type { TenantScope } from "@/lib/domain/tenant-scope";

export type AuditValues = Omit<typeof auditEntry.$inferInsert, "programId">;

/** A statement takes 65,535 parameters at most. */
const CHUNK = 2000;

export async function insertAuditEntries(scope: TenantScope, tx: Tx, entries: AuditValues[]): Promise<void> {
  for (let at = 0; at < entries.length; at += CHUNK) {
    const rows = entries.slice(at, at + CHUNK).map((values) => ({ ...values, programId: scope.programId }));
    await tx.insert(auditEntry).values(rows);
  }
}

export type AuditRow = typeof auditEntry.$inferSelect;

/** The latest changes in a program, newest first. */
export function listAuditEntries(scope: TenantScope, db: Db | Tx, limit: number): Promise<AuditRow[]> {
  return db
    .select()
    .from(auditEntry)
    .where(eq(auditEntry.programId, scope.programId))
    .orderBy(desc(auditEntry.createdAt), desc(auditEntry.id))
    .limit(limit);
}

export interface AuditQuery {
  /** The kinds of records whose changes the reader may see. */
  slugs: readonly string[];
  recordId: string | null;
  actorId: string | null;
  /** Of the entry to go on behind. */
  after: { createdAt: string; id: string } | null;
  limit: number;
}

/** Changes by record and person, the newest first. */
export function findAuditEntries(scope: TenantScope, db: Db | Tx, query: AuditQuery) {
  const { slugs, recordId, actorId, after, limit } = query;
  return db
    .select()
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.programId, scope.programId),
        inArray(auditEntry.slug, [...slugs]),
        recordId === null ? undefined : eq(auditEntry.recordId, recordId),
        actorId === null ? undefined : eq(auditEntry.actorId, actorId),
        after
          ? sql`(${auditEntry.createdAt}, ${auditEntry.id}) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(auditEntry.createdAt), desc(auditEntry.id))
    .limit(limit);
}

/** When a record's status changed and to what, the latest ones, in order. */
export async function listStatusChanges(scope: TenantScope, db: Db | Tx, recordId: string, limit: number) {
  const status = (record: AnyPgColumn) => sql<Status | null>`${record} ->> 'status'`;
  const rows = await db
    .select({ at: auditEntry.createdAt, to: status(auditEntry.after) })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.programId, scope.programId),
        eq(auditEntry.recordId, recordId),
        sql`${status(auditEntry.after)} is distinct from ${status(auditEntry.before)}`,
      ),
    )
    .orderBy(desc(auditEntry.createdAt), desc(auditEntry.id))
    .limit(limit);
  return rows.reverse().flatMap(({ at, to }) => (to === null ? [] : [{ at, to }]));
}
