import { Client, Pool } from "@neondatabase/serverless";
import { drizzle } from "drizzle-orm/neon-serverless";
import { migrate } from "drizzle-orm/neon-serverless/migrator";
import { applyMigrations } from "./apply-migrations";
import type { Db } from "./types";

const POOLER = /^[^.]+-pooler\./i;

/** Whether Neon serves this address: its hosts are reached over WebSockets, which serverless hosts let through. */
export function isNeon(url: string): boolean {
  return new URL(url).hostname.toLowerCase().endsWith(".neon.tech");
}

/**
 * The address that migrations go to. Neon's pooler hands a connection on after each transaction, so neither the
 * migration lock nor the migrator may sit behind it.
 * @throws when `url` is the pooler's and `directUrl` is not given
 */
export function migrationUrl(url: string, directUrl: string | undefined): string {
  const migrations = directUrl ?? url;
  const { hostname } = new URL(migrations);
  if (!isNeon(migrations) || !POOLER.test(hostname)) return migrations;
  const name = directUrl === undefined ? "DATABASE_URL" : "DATABASE_DIRECT_URL";
  throw new Error(
    `${name} is Neon's pooler (${hostname}), through which migrations cannot run: set DATABASE_DIRECT_URL to the direct address, which is the same without "-pooler"`,
  );
}

/**
 * Opens a pool over WebSockets. It may end in a transaction-mode pooler: nothing here sets or expects session state,
 * not even a time zone.
 */
export function openNeon(url: string, poolSize: number): { db: Db; close(): Promise<void> } {
  const pool = new Pool({ connectionString: url, max: poolSize });
  // Neon puts idle computes to sleep and serverless hosts freeze processes: the pool replaces what broke meanwhile.
  pool.on("error", () => {});
  return { db: drizzle({ client: pool }) as unknown as Db, close: () => pool.end() };
}

/** Migrates over a connection of its own. */
export async function migrateNeon(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await applyMigrations({
      query: (text, values) => client.query(text, values),
      migrate: (folder) => migrate(drizzle({ client }), { migrationsFolder: folder }),
    });
  } finally {
    await client.end();
  }
}
