import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, transaction } from "./client";
import { openTestDatabase } from "./testing/test-database";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it("refuses the outer database inside a transaction, where PGlite would wait for ever", async () => {
  const { db } = database;
  await expect(transaction(db, async () => db.execute(sql`select 1`))).rejects.toThrow("use tx");
  await expect(transaction(db, async () => transaction(db, async () => 1))).rejects.toThrow("use tx");
  expect((await db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
});

it("writes all of a transaction or nothing", async () => {
  const { db } = database;
  await db.execute(sql`create table kept (id int)`);
  const failing = transaction(db, async (tx) => {
    await tx.execute(sql`insert into kept values (1)`);
    throw new Error("on purpose");
  });
  await expect(failing).rejects.toThrow("on purpose");
  expect((await db.execute(sql`select * from kept`)).rows).toEqual([]);
});

it.each(["ledger_entry", "audit_entry"])("%s refuses update, delete and truncate", async (table) => {
  for (const change of [`update ${table} set created_at = now()`, `delete from ${table}`, `truncate ${table}`])
    await expect(database.db.execute(sql.raw(change))).rejects.toMatchObject({
      cause: { message: expect.stringContaining("append-only") },
    });
});
