import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runOnPg } from "drizzle-orm/node-postgres/migrator";
import type { PgliteDatabase } from "drizzle-orm/pglite";
import { migrate as runOnPglite } from "drizzle-orm/pglite/migrator";
import pg from "pg";

/** Any number: it only has to be the same in every Milepost that shares a database. */
const MIGRATION_LOCK = 7_164_537;

export async function migratePglite(db: PgliteDatabase): Promise<void> {
  await runOnPglite(db, { migrationsFolder: migrationsFolder() });
}

/** Applies what is missing, on a connection of its own under an advisory lock: servers that start together wait. */
export async function migratePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: "-c timezone=UTC" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await runOnPg(drizzle({ client }), { migrationsFolder: migrationsFolder() });
  } finally {
    await client.end();
  }
}

/** The migrations lie in the project's folder; the bundled server runs one folder below it. */
function migrationsFolder(): string {
  const beside = join(process.cwd(), "db", "migrations");
  return existsSync(beside) ? beside : fileURLToPath(new URL("../db/migrations", import.meta.url));
}
