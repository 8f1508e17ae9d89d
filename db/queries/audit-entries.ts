import { desc, eq } from "drizzle-orm";
import { auditEntry } from "@/db/schema/audit-entries";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";

export type AuditValues = Omit<typeof auditEntry.$inferInsert, "programId">;

export async function insertAuditEntry(scope: TenantScope, tx: Tx, values: AuditValues): Promise<void> {
  await tx.insert(auditEntry).values({ ...values, programId: scope.programId });
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
