import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project-root.mjs";

// Everything counts as a source but what is known not to be one: a forgotten name then costs a needless build and
// never serves an old one.
const SKIPPED_FOLDERS = new Set([
  "node_modules",
  "dist",
  "docs",
  "e2e",
  "bench",
  "clients",
  "scripts",
  "testing",
  "generated",
  "test-results",
  "playwright-report",
]);
const SKIPPED_FILES =
  /\.(test|db\.test|spec)\.tsx?$|\.md$|\.tsbuildinfo$|^next-env\.d\.ts$|^(vitest|playwright|drizzle)\.config\.ts$/;
const SKIPPED_ROOT_FILES = new Set(["biome.json", "knip.json", "LICENSE", "package.json"]);
// The lockfile stands for package.json, whose scripts change nothing in a build.
const BUILD_SCRIPTS = ["scripts/build.mjs", "scripts/bundle-server.mjs", "scripts/generate-widget.mjs"];

function* sourceFiles(folder = "") {
  const entries = readdirSync(join(ROOT, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    // Dot files hold settings of tools and data (.git, .next, .data, .env), never sources.
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) yield* sourceFiles(path);
    if (entry.isFile() && !SKIPPED_FILES.test(entry.name) && !(folder === "" && SKIPPED_ROOT_FILES.has(entry.name)))
      yield path;
  }
}

/** A hash over names and contents of all that goes into the build. */
export function hashSources() {
  const hash = createHash("sha256").update(process.version);
  for (const path of [...sourceFiles(), ...BUILD_SCRIPTS]) {
    const content = readFileSync(join(ROOT, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}
