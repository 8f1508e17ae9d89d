import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./server";
import { BOOTSTRAP_SETTINGS } from "./settings";

/** Playwright's global setup: the built server with the demo, on the built-in database in a temporary folder. */
export default async function setup() {
  const dataDir = await mkdtemp(join(tmpdir(), "milepost-browser-"));
  const clean = () => rm(dataDir, { recursive: true, force: true });
  try {
    const server = await startServer({ ...BOOTSTRAP_SETTINGS, DATA_DIR: dataDir, DEMO: "1" });
    // Workers inherit the environment; playwright.config.ts reads it again in each of them.
    process.env["MILEPOST_E2E_URL"] = server.baseUrl;
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
