import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Any number: it only has to be the same in every Milepost that shares a database. */
const MIGRATION_LOCK = 7_164_537;

/** What a driver offers for migrating: one connection, and drizzle's migrator on it. */
export interface MigrationSteps {
  query(text: string, values?: unknown[]): Promise<unknown>;
  migrate(migrationsFolder: string): Promise<void>;
}

/**
 * Applies what is missing, under an advisory lock: servers that start together wait. The lock belongs to the session,
 * which ends with the connection, so there may be no pooler in between.
 */
export async function applyMigrations({ query, migrate }: MigrationSteps): Promise<void> {
  await query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
  await migrate(migrationsFolder());
  await query(functions());
}

export function migrationsFolder(): string {
  return folder("migrations");
}

/** Functions hold no data, so they are no migrations: each start replaces them by those of its own version. */
export function functions(): string {
  const path = folder("functions");
  const files = readdirSync(path).filter((name) => name.endsWith(".sql"));
  return files.map((name) => readFileSync(join(path, name), "utf8")).join("\n");
}

/** A folder of db/, which lies in the project's folder; the bundled server runs one folder below it. */
function folder(name: string): string {
  const beside = join(process.cwd(), "db", name);
  // Not by `new URL("…", import.meta.url)`: a bundler would take the whole folder for assets, and serve them.
  return existsSync(beside) ? beside : join(dirname(fileURLToPath(import.meta.url)), "..", "db", name);
}
