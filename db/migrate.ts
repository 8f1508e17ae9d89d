import type { PGlite } from "@electric-sql/pglite";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { migrate as runOnPg } from "drizzle-orm/node-postgres/migrator";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as runOnPglite } from "drizzle-orm/pglite/migrator";
import pg from "pg";
import { applyMigrations, functions, migrationsFolder } from "./apply-migrations";

export async function migratePglite(client: PGlite): Promise<void> {
  await runOnPglite(drizzlePglite({ client }), { migrationsFolder: migrationsFolder() });
  await client.exec(functions());
}

/** Migrates over a connection of its own. */
export async function migratePostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: "-c timezone=UTC" });
  await client.connect();
  try {
    await applyMigrations({
      query: (text, values) => client.query(text, values),
      migrate: (folder) => runOnPg(drizzlePg({ client }), { migrationsFolder: folder }),
    });
  } finally {
    await client.end();
  }
}
