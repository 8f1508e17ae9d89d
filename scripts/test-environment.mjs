import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project-root.mjs";
import { withBins } from "./run-command.mjs";

/**
 * The environment for tests: the pinned Node first on PATH, and none of Milepost's own settings. A DATABASE_URL that
 * is set in the shell may be somebody's real database.
 */
export function testEnvironment() {
  const env = withBins();
  const names = readFileSync(join(ROOT, ".env.example"), "utf8").matchAll(/^([A-Z][A-Z0-9_]*)=/gm);
  for (const [, name] of names) delete env[name];
  return { ...env, NEXT_TELEMETRY_DISABLED: "1" };
}
