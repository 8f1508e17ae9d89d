import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { inject } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { createDatabase } from "./create-database";
import { neonOver } from "./websocket-bridge";
import "./provided";

/** As many connections as the product uses by default: races need room to happen. */
const POOL_SIZE = 16;

/**
 * Opens a new, migrated database for the test file that calls it (in `beforeAll`; close it in `afterAll`): PGlite in
 * memory, or a database on a real PostgreSQL over TCP or WebSockets, whichever vitest project the file runs in.
 */
export async function openTestDatabase(): Promise<Database> {
  const source = inject("testDatabase");
  if (source.driver === "pglite") {
    const snapshot = new Blob([await readFile(source.snapshot)]);
    return openDatabase({ dataDir: "memory://", snapshot, poolSize: 1 });
  }
  const url = await createDatabase(source.url, `test_${randomUUID().replaceAll("-", "")}`, source.template);
  if (source.driver === "neon") neonOver(source.bridge);
  const driver = source.driver === "neon" ? "neon" : "node-postgres";
  return openDatabase({ url, driver, dataDir: "memory://", poolSize: POOL_SIZE });
}
