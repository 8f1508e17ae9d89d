import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { idempotencyKey } from "@/db/schema/idempotency-keys";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";

export type IdempotencyKeyRow = typeof idempotencyKey.$inferSelect;
export type ClaimValues = Omit<typeof idempotencyKey.$inferInsert, "programId" | "status" | "contentType" | "body">;

/** The key as one caller holds it. */
export type HeldKey = Pick<IdempotencyKeyRow, "apiKeyId" | "key" | "holder">;
export type KeptAnswer = Pick<IdempotencyKeyRow, "contentType" | "body"> & { status: number };

/**
 * Claims a key in one statement: a new or expired one, or that of the same request whose holder's lease has ended.
 * @returns false when it is somebody else's
 */
export async function claimIdempotencyKey(scope: TenantScope, db: Db, values: ClaimValues): Promise<boolean> {
  const abandoned = and(
    isNull(idempotencyKey.status),
    eq(idempotencyKey.fingerprint, values.fingerprint),
    lte(idempotencyKey.leasedUntil, values.createdAt),
  );
  const rows = await db
    .insert(idempotencyKey)
    .values({ ...values, programId: scope.programId })
    .onConflictDoUpdate({
      target: [idempotencyKey.programId, idempotencyKey.apiKeyId, idempotencyKey.key],
      set: { ...values, status: null, contentType: null, body: null },
      setWhere: or(lte(idempotencyKey.expiresAt, values.createdAt), abandoned),
    })
    .returning({ holder: idempotencyKey.holder });
  return rows.length > 0;
}

export async function findIdempotencyKey(
  scope: TenantScope,
  db: Db | Tx,
  apiKeyId: string,
  key: string,
): Promise<IdempotencyKeyRow | undefined> {
  const [row] = await db
    .select()
    .from(idempotencyKey)
    .where(
      and(
        eq(idempotencyKey.programId, scope.programId),
        eq(idempotencyKey.apiKeyId, apiKeyId),
        eq(idempotencyKey.key, key),
      ),
    );
  return row;
}

const stillHeld = (scope: TenantScope, { apiKeyId, key, holder }: HeldKey) =>
  and(
    eq(idempotencyKey.programId, scope.programId),
    eq(idempotencyKey.apiKeyId, apiKeyId),
    eq(idempotencyKey.key, key),
    eq(idempotencyKey.holder, holder),
    isNull(idempotencyKey.status),
  );

/** Keeps the answer. False when the key was taken over meanwhile: then the transaction must not commit. */
export async function keepAnswer(scope: TenantScope, tx: Tx, held: HeldKey, answer: KeptAnswer): Promise<boolean> {
  const { status, contentType, body } = answer;
  const rows = await tx
    .update(idempotencyKey)
    .set({ status, contentType, body })
    .where(stillHeld(scope, held))
    .returning({ holder: idempotencyKey.holder });
  return rows.length > 0;
}

/** Gives the key back, for another try. False when it was taken over meanwhile. */
export async function releaseIdempotencyKey(scope: TenantScope, db: Db | Tx, held: HeldKey): Promise<boolean> {
  const rows = await db
    .delete(idempotencyKey)
    .where(stillHeld(scope, held))
    .returning({ holder: idempotencyKey.holder });
  return rows.length > 0;
}

/** Deletes some of the program's expired keys, oldest first, none that anybody is at. */
export async function purgeIdempotencyKeys(scope: TenantScope, db: Db, now: number, limit: number): Promise<void> {
  const { programId, apiKeyId, key, expiresAt } = idempotencyKey;
  const expired = db
    .select({ programId, apiKeyId, key })
    .from(idempotencyKey)
    .where(and(eq(programId, scope.programId), lte(expiresAt, now)))
    .orderBy(expiresAt)
    .limit(limit)
    .for("update", { skipLocked: true });
  await db.delete(idempotencyKey).where(sql`(${programId}, ${apiKeyId}, ${key}) in ${expired}`);
}
