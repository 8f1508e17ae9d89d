import { eq, sql } from "drizzle-orm";
import { challenge } from "@/db/schema/challenges";
import { milestone } from "@/db/schema/milestones";
import { program } from "@/db/schema/programs";
import { streak } from "@/db/schema/streaks";
import type { Db, Tx } from "@/db/types";
import type { TenantScope } from "@/lib/domain/tenant-scope";

export type ProgramRow = typeof program.$inferSelect;
export type ProgramSettings = Pick<
  ProgramRow,
  "name" | "timeZone" | "defaultLanguage" | "languages" | "allowedOrigins" | "widgetSecret"
>;

export async function findOwnProgram(scope: TenantScope, db: Db | Tx): Promise<ProgramRow | undefined> {
  const [row] = await db.select().from(program).where(eq(program.id, scope.programId));
  return row;
}

/** The program to be changed: whoever else changes it waits. */
export async function lockOwnProgram(scope: TenantScope, tx: Tx): Promise<ProgramRow | undefined> {
  const [row] = await tx.select().from(program).where(eq(program.id, scope.programId)).for("update");
  return row;
}

export async function updateOwnProgram(
  scope: TenantScope,
  tx: Tx,
  values: Partial<ProgramSettings> & { updatedAt: number },
): Promise<ProgramRow | undefined> {
  const [row] = await tx.update(program).set(values).where(eq(program.id, scope.programId)).returning();
  return row;
}

/** Whether there is any record whose texts are in the program's default language. */
export async function hasTexts(scope: TenantScope, tx: Tx): Promise<boolean> {
  for (const table of [streak, challenge, milestone]) {
    const rows = await tx.select({ one: sql`1` }).from(table).where(eq(table.programId, scope.programId)).limit(1);
    if (rows.length > 0) return true;
  }
  return false;
}
