import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres-server";
import { createTemplate } from "./template";
import "./provided";

/**
 * Global setup of the vitest project `postgres`: a real server, and in it a migrated template of which each test file
 * takes a copy.
 */
export default async function setup(project: TestProject) {
  const server = await startPostgres();
  try {
    const template = await createTemplate(server.url, "node-postgres");
    project.provide("testDatabase", { driver: "postgres", url: server.url, template });
    return server.stop;
  } catch (error) {
    await server.stop();
    throw error;
  }
}
