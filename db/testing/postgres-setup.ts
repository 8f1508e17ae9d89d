import type { TestProject } from "vitest/node";
import { openDatabase } from "@/db/client";
import { createDatabase } from "./create-database";
import { startPostgres } from "./postgres-server";
import "./provided";

/**
 * Global setup of the vitest project `postgres`: a real server, and in it a migrated template of which each test file
 * takes a copy.
 */
export default async function setup(project: TestProject) {
  const server = await startPostgres();
  try {
    const template = "milepost_template";
    const url = await createDatabase(server.url, template);
    const migrated = await openDatabase({ url, dataDir: "memory://", poolSize: 1 });
    // PostgreSQL copies no database that anybody is connected to.
    await migrated.close();
    project.provide("testDatabase", { driver: "postgres", url: server.url, template });
    return server.stop;
  } catch (error) {
    await server.stop();
    throw error;
  }
}
