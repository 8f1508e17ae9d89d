import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { createDatabase } from "@/db/testing/create-database";
import { issueKeys } from "@/db/testing/issue-key";
import { startPostgres } from "@/db/testing/postgres-server";
import { startServer } from "@/e2e/server";
import { API_SECRET, BOOTSTRAP_SETTINGS, WIDGET_SECRET } from "@/e2e/settings";
import { KEYS } from "./support/keys";

declare module "vitest" {
  interface ProvidedContext {
    /** The built server that the tests of e2e/api talk to: `inject("server")`, and the database that it runs on. */
    server: { baseUrl: string; apiSecret: string; widgetSecret: string; databaseUrl: string };
    /** The PostgreSQL below it, for tests that start servers of their own: `createDatabase` makes a database there. */
    postgresUrl: string;
  }
}

/** Starts the built server on an empty database of a real PostgreSQL; it migrates that one itself. */
export default async function setup(project: TestProject) {
  const dataDir = await mkdtemp(join(tmpdir(), "milepost-api-"));
  const postgres = await startPostgres();
  const clean = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const databaseUrl = await createDatabase(postgres.url, "milepost_api");
    const server = await startServer({
      ...BOOTSTRAP_SETTINGS,
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_SIZE: "16",
      DATA_DIR: dataDir,
      DEMO: "0",
    });
    await issueKeys(databaseUrl, KEYS);
    const { baseUrl } = server;
    project.provide("server", { baseUrl, apiSecret: API_SECRET, widgetSecret: WIDGET_SECRET, databaseUrl });
    project.provide("postgresUrl", postgres.url);
    return async () => {
      try {
        await server.stop();
      } finally {
        await clean();
      }
    };
  } catch (error) {
    await clean();
    throw error;
  }
}
