import { sql } from "drizzle-orm";
import type { Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";

/**
 * Keeps ingests away from a parent to the end of the transaction, while its rules or milestones change: the other side
 * of the shared lock that `loadIngest` takes. Parents' ids are unique, so the tenant need not be part of the key.
 */
export async function lockParent(_scope: TenantScope, tx: Tx, parentId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${parentId}::uuid::text, 0))`);
}
