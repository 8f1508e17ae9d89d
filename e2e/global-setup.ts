import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./server";
import { BOOTSTRAP_SETTINGS } from "./settings";

/**
 * Playwright's global setup: a first start of the built server fills the built-in database with the demo in a temporary
 * folder, of which each worker's server gets a copy.
 */
export default async function setup() {
  const folder = await mkdtemp(join(tmpdir(), "milepost-browser-"));
  const clean = () => rm(folder, { recursive: true, force: true });
  try {
    const dataDir = join(folder, "demo");
    const server = await startServer({ ...BOOTSTRAP_SETTINGS, DATA_DIR: dataDir, DEMO: "1" });
    await server.stop();
    // Workers inherit the environment.
    process.env["MILEPOST_E2E_DEMO"] = dataDir;
    return clean;
  } catch (error) {
    await clean();
    throw error;
  }
}
