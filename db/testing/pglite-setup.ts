import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { pgliteSnapshot } from "@/db/client";
import "./provided";

/**
 * Global setup of the vitest project `pglite`: a migrated database as a file, of which each test file takes a copy into
 * its memory.
 */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "milepost-pglite-"));
  const snapshot = join(folder, "migrated.tar");
  await writeFile(snapshot, (await pgliteSnapshot()).stream());
  project.provide("testDatabase", { driver: "pglite", snapshot });
  return () => rm(folder, { recursive: true, force: true });
}
