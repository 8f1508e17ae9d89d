import type { TestProject } from "vitest/node";
import "./provided";

/** Global setup of the vitest project `pglite`: each test file makes a database of its own in memory. */
export default function setup(project: TestProject) {
  project.provide("testDatabase", { driver: "pglite" });
}
