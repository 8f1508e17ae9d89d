// `npm run build`: Next's own build, then server.ts and all that it reaches as one bundle in dist/.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleServer } from "./bundle-server.mjs";
import { generateWidget } from "./generate-widget.mjs";
import { ROOT } from "./project-root.mjs";
import { run, withBins } from "./run-command.mjs";

// The bundle is loaded by a second step: an import of the bundle itself would run before its first line, and React
// picks its development build when NODE_ENV is unset at that moment.
// Relative paths (DATA_DIR, .next, migrations) start at the repository's folder, wherever the server is started from.
const ENTRY = [
  'process.env.NODE_ENV ||= "production";',
  'process.chdir(import.meta.dirname + "/..");',
  "process.setSourceMapsEnabled(true);",
  'await import("./server-bundle.mjs");',
  "",
].join("\n");

const dist = join(ROOT, "dist");
rmSync(dist, { recursive: true, force: true });
// Types of routes that `next dev` saw and that are gone by now would fail the build's type check.
rmSync(join(ROOT, ".next", "dev", "types"), { recursive: true, force: true });

try {
  await generateWidget();
  const env = { ...withBins(), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { code } = await run("next", ["build"], { env });
  if (code !== 0) throw new Error(`next build ended with exit code ${code}.`);
  mkdirSync(dist, { recursive: true });
  await bundleServer({ entry: join(ROOT, "server.ts"), outfile: join(dist, "server-bundle.mjs") });
  writeFileSync(join(dist, "server.mjs"), ENTRY);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
