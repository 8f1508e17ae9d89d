import { and, desc, eq, isNull } from "drizzle-orm";
import { apiKey } from "@/db/schema/api-keys";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";

export type ApiKeyRow = typeof apiKey.$inferSelect;

/** The keys in force, the newest first. */
export function listApiKeys(scope: TenantScope, db: Db | Tx, limit: number): Promise<ApiKeyRow[]> {
  return db
    .select()
    .from(apiKey)
    .where(and(eq(apiKey.programId, scope.programId), isNull(apiKey.revokedAt)))
    .orderBy(desc(apiKey.createdAt), desc(apiKey.id))
    .limit(limit);
}

export async function insertKey(
  scope: TenantScope,
  tx: Tx,
  values: Omit<typeof apiKey.$inferInsert, "programId">,
): Promise<ApiKeyRow> {
  const [row] = await tx
    .insert(apiKey)
    .values({ ...values, programId: scope.programId })
    .returning();
  if (!row) throw new Error("an insert answered no row");
  return row;
}

/** Ends a key that is in force; undefined when there is none of this id. */
export async function revokeKey(scope: TenantScope, tx: Tx, id: string, now: number): Promise<ApiKeyRow | undefined> {
  const [row] = await tx
    .update(apiKey)
    .set({ revokedAt: now, updatedAt: now })
    .where(and(eq(apiKey.programId, scope.programId), eq(apiKey.id, id), isNull(apiKey.revokedAt)))
    .returning();
  return row;
}
