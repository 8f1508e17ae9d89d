import { ensureChromium } from "./chromium.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { run } from "./run-command.mjs";
import { runPlaywright, runVitest } from "./test-counts.mjs";
import { testEnvironment } from "./test-environment.mjs";

const env = testEnvironment();

/** A check counts as one test: commands one after another, all of which must succeed. */
function commands(...lines) {
  return async () => {
    for (const [command, ...args] of lines) {
      const { code } = await run(command, args, { env });
      if (code !== 0) throw new Error(`${command} ended with exit code ${code}`);
    }
  };
}

async function browserTests() {
  const chromium = await ensureChromium();
  return runPlaywright({ ...env, PLAYWRIGHT_CHROMIUM: chromium });
}

async function iconTests() {
  return runVitest("icons", { ...env, PLAYWRIGHT_CHROMIUM: await ensureChromium() });
}

/**
 * What `npm test` does, in order. `key` is what `--only` takes, several steps may share one; `needs` is the step
 * without which this one cannot run. `work` answers counts, or nothing when the step is one check; it may throw.
 * Neighbours with a `lane` run beside those of the other lanes: one alone leaves a core idle half of the time.
 */
export const STEPS = [
  { key: "lint", name: "format and lint", work: commands(["biome", "ci", "--error-on-warnings"]) },
  { key: "boundaries", name: "boundaries", work: commands(["node", "scripts/boundaries.mjs"]) },
  { key: "types", name: "types", work: commands(["next", "typegen"], ["tsc", "--noEmit"]) },
  { key: "dead-code", name: "dead code", work: commands(["knip"]) },
  { key: "sentences", name: "sentences", work: commands(["node", "scripts/issue-sentences.mjs"]) },
  { key: "messages", name: "messages", work: commands(["node", "scripts/check-messages.mjs"]) },
  { key: "sizes", name: "the widget's weight", work: commands(["node", "scripts/widget-sizes.mjs"]) },
  { key: "migrations", name: "migrations", work: commands(["node", "scripts/check-migrations.mjs"]) },
  { key: "build", name: "build", work: ensureBuilt },
  { key: "unit", lane: 1, name: "unit tests", work: () => runVitest("unit", env) },
  { key: "api", lane: 1, name: "API tests", work: () => runVitest("api", env), needs: "build" },
  ...[
    { name: "database tests on PGlite", driver: "pglite" },
    { name: "database tests on PostgreSQL", driver: "postgres" },
    { name: "database tests on Neon's driver", driver: "neon" },
  ].map((step) => ({ ...step, key: "db", lane: 2, work: () => runVitest(step.driver, env) })),
  { key: "races", lane: 2, name: "races on PostgreSQL", work: () => runVitest("races", env) },
  { key: "icons", lane: 2, name: "icons in Chromium", work: iconTests },
  { key: "browser", name: "browser tests", work: browserTests, needs: "build" },
];
