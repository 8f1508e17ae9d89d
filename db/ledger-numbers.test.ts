import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { expect, it } from "vitest";
import { migrationsFolder } from "./apply-migrations";

const folder = migrationsFolder();
const migrations = readdirSync(folder)
  .filter((name) => name.endsWith(".sql"))
  .sort()
  .map((name) => readFileSync(join(folder, name), "utf8"));

const id = (n: number) => `'00000000-0000-7000-8000-00000000000${n}'`;

it("a ledger from before its entries had numbers is numbered, member by member, and stays append-only", async () => {
  const numbering = migrations.findIndex((sql) => sql.includes('ALTER TABLE "ledger_entry" ADD COLUMN "number"'));
  expect(numbering).toBeGreaterThan(0);
  const database = new PGlite();
  for (const sql of migrations.slice(0, numbering)) await database.exec(sql);
  await database.exec(`
    insert into auth_organization (id, name, slug, created_at) values (${id(1)}, 'a', 'a', now());
    insert into program (id, organization_id, pair_id, mode, name, default_language, languages, allowed_origins,
      widget_secret, cursor_secret, created_at, updated_at)
    values (${id(1)}, ${id(1)}, ${id(1)}, 'live', 'a', 'en', '{en}', '{}', 'a', 'a', now(), now());
    insert into member (program_id, id, external_id, status, points_balance, created_at, updated_at)
    select ${id(1)}, m::uuid, m, 'live', 0, now(), now() from unnest(array[${id(1)}, ${id(2)}]) m;
    insert into ledger_entry (program_id, id, member_id, event_type, points, balance_after, created_at)
    values (${id(1)}, ${id(4)}, ${id(1)}, 'a', 1, 1, '2026-04-01'), (${id(1)}, ${id(3)}, ${id(2)}, 'a', 1, 1, '2026-04-02'),
      (${id(1)}, ${id(2)}, ${id(1)}, 'a', 1, 2, '2026-04-03')`);
  for (const sql of migrations.slice(numbering)) await database.exec(sql);
  const { rows } = await database.query<{ row: string }>(
    "select right(member_id::text, 1) || ' ' || number || ' ' || balance_after as row from ledger_entry order by 1",
  );
  expect(rows.map(({ row }) => row)).toEqual(["1 1 1", "1 2 2", "2 1 1"]);
  await expect(database.exec("delete from ledger_entry")).rejects.toThrow("append-only");
  await database.close();
});
