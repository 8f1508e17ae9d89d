import { randomUUID } from "node:crypto";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { explained, type PlanNode, touched } from "@/db/testing/plans";
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
    const found = await findAuditActors(mine.scope, database.db, AUDIT_SLUGS, 10);
    expect(new Set(found.map(({ kind, id }) => `${kind} ${id}`))).toEqual(new Set([`user ${ada}`, `key ${key}`]));
    expect(found).toHaveLength(2);
    expect(await findAuditActors(mine.scope, database.db, AUDIT_SLUGS, 1)).toHaveLength(1);
    expect(await findAuditActors(mine.scope, database.db, ["invite", "person"], 10)).toEqual([]);
    expect(await findAuditActors(mine.scope, database.db, [], 10)).toEqual([]);
  });

  it("finds who is in it without reading what they did", async () => {
    const { scope } = (await newTenant(database.db)).at(NOW);
    const [busy, inviter] = [randomUUID(), randomUUID()];
    await database.db.execute(sql`
      insert into audit_entry (program_id, id, actor_kind, actor_id, action, slug, record_id, request_id, created_at)
      select ${scope.programId}, gen_random_uuid(), 'user', case when n <= 20 then ${inviter} else ${busy} end, 'create',
        case when n <= 20 then 'invite' else 'member' end, gen_random_uuid(), 'test', now()
      from generate_series(1, 20000) n`);
    await database.db.execute(sql`analyze audit_entry`);
    expect(await findAuditActors(scope, database.db, ["member", "streak"], 10)).toEqual([{ kind: "user", id: busy }]);
    const plans: PlanNode[][] = [];
    await transaction(database.db, async (tx) => {
      const explaining = new Proxy(tx, {
        get: (_, property) => async (statement: SQL) => {
          expect(property).toBe("execute");
          plans.push(await explained(tx, statement));
          return { rows: [] };
        },
      });
      await findAuditActors(scope, explaining, ["member", "streak"], 10);
    });
    expect(plans).toHaveLength(1);
    expect(touched(plans.flat(), "audit_entry")).toBeLessThan(50);
  });
});
