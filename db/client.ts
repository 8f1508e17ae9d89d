import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import pg from "pg";
import { lockFolder } from "./lock";
import { migratePglite, migratePostgres } from "./migrate";
import { isNeon, migrateNeon, migrationUrl, openNeon } from "./neon";
import { guarded } from "./transaction";
import type { Db } from "./types";

export { rootOf, transaction } from "./transaction";
export type { Db, Tx } from "./types";

/** The drivers that speak to a server. */
export type ServerDriver = "node-postgres" | "neon";
export type Driver = "pglite" | ServerDriver;

export interface Database {
  db: Db;
  driver: Driver;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** postgres://…; unset: PGlite in `dataDir`. */
  url?: string | undefined;
  /** Where migrations go when `url` leads to a pooler. */
  directUrl?: string | undefined;
  /** How to reach `url`; unset: over WebSockets when it is Neon's, else over TCP. */
  driver?: ServerDriver;
  /** Folder of the embedded database; `memory://` for one that vanishes. */
  dataDir: string;
  /** What an embedded database in memory begins with; unset: nothing. */
  snapshot?: Blob;
  poolSize: number;
}

/** Opens and migrates the database that the options name. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, dataDir, poolSize } = options;
  if (!url) return openPglite(dataDir, options.snapshot);
  const driver = options.driver ?? (isNeon(url) ? "neon" : "node-postgres");
  return openServer(driver, url, options.directUrl, poolSize);
}

/** Only what is named here can be created in the embedded database. */
const extensions = { pg_trgm };

/** A migrated embedded database, for others to begin with. */
export async function pgliteSnapshot(): Promise<Blob> {
  const client = new PGlite({ extensions });
  await migratePglite(client);
  const snapshot = await client.dumpDataDir("none");
  await client.close();
  return snapshot;
}

async function openPglite(dataDir: string, snapshot?: Blob): Promise<Database> {
  if (dataDir === "memory://")
    return startPglite(new PGlite({ extensions, ...(snapshot ? { loadDataDir: snapshot } : {}) }), () => {});
  const folder = join(dataDir, "pglite");
  mkdirSync(dataDir, { recursive: true });
  const unlock = await lockFolder(folder);
  try {
    return await startPglite(new PGlite(folder, { extensions }), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function startPglite(client: PGlite, unlock: () => void): Promise<Database> {
  await client.waitReady;
  await client.exec("set timezone = 'UTC'");
  const db = drizzlePglite({ client });
  await migratePglite(client);
  const close = async () => {
    await client.close();
    unlock();
  };
  return { db: guarded(db as unknown as Db), driver: "pglite", close };
}

async function openServer(
  driver: ServerDriver,
  url: string,
  directUrl: string | undefined,
  poolSize: number,
): Promise<Database> {
  const neon = driver === "neon";
  await (neon ? migrateNeon : migratePostgres)(migrationUrl(url, directUrl));
  const { db, close } = (neon ? openNeon : openPostgres)(url, poolSize);
  return { db: guarded(db), driver, close };
}

function openPostgres(url: string, poolSize: number): { db: Db; close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: poolSize, options: "-c timezone=UTC" });
  // An idle connection that breaks must not take the process with it: the pool replaces it.
  pool.on("error", () => {});
  return { db: drizzlePg({ client: pool }) as unknown as Db, close: () => pool.end() };
}

const KEY = Symbol.for("milepost.database");
const shared = globalThis as { [KEY]?: Promise<Database> };

/** The one database of this process: the server's two module graphs share it. Opened on first use. */
export function sharedDatabase(options: () => DatabaseOptions): Promise<Database> {
  shared[KEY] ??= openDatabase(options()).catch((error: unknown) => {
    shared[KEY] = undefined;
    throw error;
  });
  return shared[KEY];
}

/** Closes what `sharedDatabase` opened; the embedded database's folder is free for others afterwards. */
export async function closeSharedDatabase(): Promise<void> {
  const opened = shared[KEY];
  shared[KEY] = undefined;
  await (await opened)?.close();
}
