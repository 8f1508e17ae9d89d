import { sql } from "drizzle-orm";
import type { Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { jsonParameter } from "./json";

/**
 * Keeps ingests away from a parent to the end of the transaction, while its rules or milestones change: the other side
 * of the shared lock that `loadIngest` takes. Parents' ids are unique, so the tenant need not be part of the key.
 */
export async function lockParent(_scope: TenantScope, tx: Tx, parentId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${parentId}::uuid::text, 0))`);
}

/**
 * As `lockParent`, of several parents that are known to be the tenant's own: by id, the order in which `ingest_load`
 * takes its shared locks, so that neither ever waits for the other in a circle.
 */
export async function lockParents(_scope: TenantScope, tx: Tx, parentIds: readonly string[]): Promise<void> {
  if (parentIds.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(p.id::text, 0))
    from (select distinct value::uuid as id from jsonb_array_elements_text(${jsonParameter(parentIds)}) order by id) p`);
}
