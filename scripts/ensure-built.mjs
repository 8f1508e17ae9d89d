import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project-root.mjs";
import { run, withBins } from "./run-command.mjs";
import { hashSources } from "./source-hash.mjs";

const STAMP = join(ROOT, "dist", ".milepost-build");
const RESULTS = [join(ROOT, "dist", "server.mjs"), join(ROOT, ".next", "BUILD_ID"), STAMP];

/** Builds unless what was last built came from the same sources. */
export async function ensureBuilt() {
  // Taken before the build: an edit made meanwhile makes the next start build again.
  const hash = hashSources();
  if (RESULTS.every((path) => existsSync(path)) && readFileSync(STAMP, "utf8") === hash) return;
  console.log("Building the console and the server: about a minute, once per change of the sources.");
  const { code } = await run("node", ["scripts/build.mjs"], { env: withBins() });
  if (code !== 0) throw new Error(`the build failed with exit code ${code}; its own message is above.`);
  writeFileSync(STAMP, hash);
}
