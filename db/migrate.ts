import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PGlite } from "@electric-sql/pglite";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { migrate as runOnPg } from "drizzle-orm/node-postgres/migrator";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as runOnPglite } from "drizzle-orm/pglite/migrator";
import pg from "pg";

/** Any number: it only has to be the same in every Milepost that shares a database. */
const MIGRATION_LOCK = 7_164_537;

export async function migratePglite(client: PGlite): Promise<void> {
  await runOnPglite(drizzlePglite({ client }), { migrationsFolder: folder("migrations") });
  await client.exec(functions());
}

/** Applies what is missing, on a connection of its own under an advisory lock: servers that start together wait. */
export async function migratePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: "-c timezone=UTC" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await runOnPg(drizzlePg({ client }), { migrationsFolder: folder("migrations") });
    await client.query(functions());
  } finally {
    await client.end();
  }
}

/** Functions hold no data, so they are no migrations: each start replaces them by those of its own version. */
function functions(): string {
  const path = folder("functions");
  const files = readdirSync(path).filter((name) => name.endsWith(".sql"));
  return files.map((name) => readFileSync(join(path, name), "utf8")).join("\n");
}

/** A folder of db/, which lies in the project's folder; the bundled server runs one folder below it. */
function folder(name: string): string {
  const beside = join(process.cwd(), "db", name);
  return existsSync(beside) ? beside : fileURLToPath(new URL(`../db/${name}`, import.meta.url));
}
