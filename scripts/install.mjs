import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project-root.mjs";
import { pathWithoutBins, run } from "./run-command.mjs";

// npm's own hidden lockfile lies after `npm install --package-lock-only`, so the install leaves a stamp of its own.
const STAMP = join(ROOT, "node_modules", ".milepost-install");
// Present only when the development dependencies are: the build and the tests need them.
const DEV_MARKER = join(ROOT, "node_modules", "esbuild", "package.json");

function fingerprint() {
  const hash = createHash("sha256").update(readFileSync(join(ROOT, "package-lock.json")));
  // The platform's own binaries are part of an install: a folder shared with a container is not theirs too.
  return hash.update(`${process.platform}-${process.arch}`).digest("hex");
}

/** Called by the `postinstall` script: remembers which lockfile node_modules now holds. */
export function stampInstall() {
  if (existsSync(DEV_MARKER)) writeFileSync(STAMP, fingerprint());
}

function installIsFresh() {
  return existsSync(DEV_MARKER) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint();
}

/**
 * Runs `npm ci` unless node_modules already holds what package-lock.json says. It is called through the Node that
 * runs npm itself, never through node_modules/.bin/node, which `npm ci` is about to delete.
 */
export async function ensureInstalled() {
  if (installIsFresh()) return;
  console.log("Installing the dependencies (npm ci): about a minute, once per change of package-lock.json.");
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  const [command, first] = node && npm ? [node, [npm]] : ["npm", []];
  const env = { ...process.env, PATH: pathWithoutBins() };
  // Warnings are about engines of packages on a Node that is used for the install alone.
  // What `npm start` in a production shell would leave out is needed to build.
  const { code } = await run(command, [...first, "ci", "--include=dev", "--include=optional", "--loglevel=error"], {
    env,
  });
  if (code !== 0) throw new Error(`npm ci failed with exit code ${code}; its own message is above.`);
  stampInstall();
}
