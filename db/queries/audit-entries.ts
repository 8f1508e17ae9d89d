import { auditEntry } from "@/db/schema/audit-entries";
import type { Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";

export type AuditValues = Omit<typeof auditEntry.$inferInsert, "programId">;

export async function insertAuditEntry(scope: TenantScope, tx: Tx, values: AuditValues): Promise<void> {
  await tx.insert(auditEntry).values({ ...values, programId: scope.programId });
}
