import { and, desc, eq, gte, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { auditEntry } from "@/db/schema/audit-entries";
import type { Db, Tx } from "@/db/types";
import type { AuditSlug } from "@/lib/domain/audit";
import type { EpochMs } from "@/lib/domain/period";
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
  slugs: readonly AuditSlug[];
  recordId: string | null;
  actorId: string | null;
  from: EpochMs | null;
  /** Entries of this moment are no longer among them. */
  until: EpochMs | null;
  /** Of the entry to go on behind. */
  after: { createdAt: string; id: string } | null;
  limit: number;
}

/** Changes by kind, record, person and time, the newest first. */
export function findAuditEntries(scope: TenantScope, db: Db | Tx, query: AuditQuery) {
  const { slugs, recordId, actorId, from, until, after, limit } = query;
  return db
    .select()
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.programId, scope.programId),
        inArray(auditEntry.slug, [...slugs]),
        recordId === null ? undefined : eq(auditEntry.recordId, recordId),
        actorId === null ? undefined : eq(auditEntry.actorId, actorId),
        from === null ? undefined : gte(auditEntry.createdAt, from),
        until === null ? undefined : lt(auditEntry.createdAt, until),
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

/**
 * Who has an entry of one of these kinds in the trail of a program, each once, up to `limit`: from one to the next by the
 * index, however much each did. A drizzle builder has no recursion, so that this one is written out.
 */
export async function findAuditActors(
  scope: TenantScope,
  db: Db | Tx,
  slugs: readonly AuditSlug[],
  limit: number,
): Promise<{ kind: string; id: string }[]> {
  const next = (after: SQL) => sql`select actor_kind as kind, actor_id as id from ${auditEntry}
    where program_id = ${scope.programId} and ${after} order by actor_id limit 1`;
  // Of each the latest such entry alone, in the index's order: an `exists` could become a join with the whole trail.
  const readable = sql`select 1 from ${auditEntry}
    where program_id = ${scope.programId} and actor_id = actor.id and ${inArray(auditEntry.slug, [...slugs])}
    order by created_at desc, ${auditEntry.id} desc limit 1`;
  const { rows } = await db.execute<{ kind: string; id: string }>(sql`
    with recursive actor as (
      (${next(sql`actor_id is not null`)})
      union all
      select found.kind, found.id from actor cross join lateral (${next(sql`actor_id > actor.id`)}) found
    )
    select kind, id from actor cross join lateral (${readable}) entry limit ${limit}`);
  return rows;
}
