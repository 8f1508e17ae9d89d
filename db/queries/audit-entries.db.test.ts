import { randomUUID } from "node:crypto";
import { type SQLWrapper, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { AUDIT_SLUGS } from "@/lib/domain/audit";
import { findAuditActors, findAuditEntries, insertAuditEntries, listAuditEntries } from "./audit-entries";

const NOW = Date.UTC(2026, 3, 20);

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe("the audit trail", () => {
  it("is only ever added to: no statement changes, deletes or empties it", async () => {
    const { scope } = (await newTenant(database.db)).at(NOW);
    const id = randomUUID();
    const entry = {
      id,
      actorKind: "system",
      action: "create",
      slug: "streak",
      recordId: id,
      requestId: "test",
    } as const;
    await transaction(database.db, (tx) => insertAuditEntries(scope, tx, [{ ...entry, createdAt: NOW }]));
    for (const change of [
      sql`update audit_entry set action = 'delete'`,
      sql`delete from audit_entry`,
      sql`truncate audit_entry`,
    ]) {
      const refused: unknown = await database.db.execute(change).catch((error: unknown) => error);
      expect((refused as { cause?: { code?: string } }).cause?.code).toBe("42501");
    }
    expect((await listAuditEntries(scope, database.db, 10)).map((row) => [row.id, row.action])).toEqual([
      [id, "create"],
    ]);
  });

  it.each([
    ["a record", { recordId: randomUUID() }, "record_id"],
    ["a person", { actorId: randomUUID() }, "actor_id"],
    ["a kind", { slugs: ["person"] as const }, "slug"],
    ["a time", { from: NOW, until: NOW + 1 }, "created_at"],
    ["everything", {}, "program_id"],
  ])("is read by an index, of %s", async (_, only, column) => {
    const { scope } = (await newTenant(database.db)).at(NOW);
    await transaction(database.db, async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      const all = { slugs: AUDIT_SLUGS, recordId: null, actorId: null, from: null, until: null, after: null };
      const statement: SQLWrapper = findAuditEntries(scope, tx, { ...all, limit: 10, ...only });
      const { rows } = await tx.execute<Record<string, string>>(sql`explain ${statement}`);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).toMatch(new RegExp(`Index Cond: .*${column}`));
    });
  });

  it("names everybody in it once, of this program alone", async () => {
    const [mine, other] = [(await newTenant(database.db)).at(NOW), (await newTenant(database.db)).at(NOW)];
    const [ada, bob, key] = [randomUUID(), randomUUID(), randomUUID()];
    const entry = { action: "create", slug: "streak", requestId: "test", createdAt: NOW } as const;
    const by = (actorKind: string, actorId: string | null) => ({
      ...entry,
      id: randomUUID(),
      recordId: randomUUID(),
      actorKind,
      actorId,
    });
    const entries = [by("user", ada), by("key", key), by("user", ada), by("system", null), by("user", ada)];
    await transaction(database.db, async (tx) => {
      await insertAuditEntries(mine.scope, tx, entries);
      await insertAuditEntries(other.scope, tx, [by("user", bob)]);
    });
    const found = await findAuditActors(mine.scope, database.db, 10);
    expect(new Set(found.map(({ kind, id }) => `${kind} ${id}`))).toEqual(new Set([`user ${ada}`, `key ${key}`]));
    expect(found).toHaveLength(2);
    expect(await findAuditActors(mine.scope, database.db, 1)).toHaveLength(1);
  });
});
