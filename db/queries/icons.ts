import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { icon } from "@/db/schema/icons";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";

export type IconRow = Omit<typeof icon.$inferSelect, "bytes">;
export type IconValues = Omit<typeof icon.$inferInsert, "programId">;

// Whoever shows an icon needs its address; its bytes are read by those who serve it.
const { bytes: _bytes, ...COLUMNS } = getTableColumns(icon);

export async function findIcon(scope: TenantScope, db: Db | Tx, id: string): Promise<IconRow | undefined> {
  const [row] = await findIcons(scope, db, [id]);
  return row;
}

/** Icons by id, in no order; those that the program does not have are left out. */
export async function findIcons(scope: TenantScope, db: Db | Tx, ids: readonly string[]): Promise<IconRow[]> {
  if (ids.length === 0) return [];
  return db
    .select(COLUMNS)
    .from(icon)
    .where(and(eq(icon.programId, scope.programId), inArray(icon.id, [...ids])));
}

/** An icon by the hash of its bytes. */
export async function findIconByHash(scope: TenantScope, db: Db | Tx, sha256: string): Promise<IconRow | undefined> {
  const [row] = await db.select(COLUMNS).from(icon).where(hasHash(scope, sha256));
  return row;
}

/** The bytes of an icon, by their hash. */
export async function findIconBytes(
  scope: TenantScope,
  db: Db | Tx,
  sha256: string,
): Promise<Pick<typeof icon.$inferSelect, "bytes" | "contentType"> | undefined> {
  const [row] = await db
    .select({ bytes: icon.bytes, contentType: icon.contentType })
    .from(icon)
    .where(hasHash(scope, sha256));
  return row;
}

/** Keeps an icon; when two bring the same bytes at once, both get the first one's. */
export async function insertIcon(scope: TenantScope, tx: Tx, values: IconValues): Promise<IconRow> {
  const [row] = await tx
    .insert(icon)
    .values({ ...values, programId: scope.programId })
    .onConflictDoUpdate({ target: [icon.programId, icon.sha256], set: { sha256: sql`excluded.sha256` } })
    .returning(COLUMNS);
  if (!row) throw new Error("an insert answered no row");
  return row;
}

const hasHash = (scope: TenantScope, sha256: string) =>
  and(eq(icon.programId, scope.programId), eq(icon.sha256, sha256));
