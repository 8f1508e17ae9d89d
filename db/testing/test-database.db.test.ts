import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "./test-database";

let first: Database;
let second: Database;

beforeAll(async () => {
  first = await openTestDatabase();
  second = await openTestDatabase();
});

afterAll(async () => {
  await first?.close();
  await second?.close();
});

it("runs on the driver of its project", () => {
  const expected = { pglite: "pglite", postgres: "node-postgres", neon: "neon" } as const;
  expect(first.driver).toBe(expected[inject("testDatabase").driver]);
});

it("has the session that its driver promises: of a pooler's, nobody knows the time zone", async () => {
  const expected = { pglite: "UTC", postgres: "UTC", neon: "Asia/Kathmandu" } as const;
  const { rows } = await first.db.execute(sql`select current_setting('timezone') as zone`);
  expect(rows).toEqual([{ zone: expected[inject("testDatabase").driver] }]);
});

it("gives every caller a database of its own", async () => {
  await first.db.execute(sql`create table only_here (id integer)`);
  const { rows } = await second.db.execute(sql`select to_regclass('only_here') as found`);
  expect(rows).toEqual([{ found: null }]);
});

it("is migrated, sorts by bytes and holds any text", async () => {
  const { rows } = await first.db.execute(
    sql`select to_regclass('streak_log') is not null as migrated, 'B' < 'a' as bytewise, length('né🎉') as points`,
  );
  expect(rows).toEqual([{ migrated: true, bytewise: true, points: 3 }]);
});
