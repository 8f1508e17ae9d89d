// Runs a TypeScript program of this repository: `node scripts/run-ts.mjs FILE [argument…]`. It is bundled first, so that
// `@/` and imports without extension work on every Node that Milepost runs on.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { ROOT } from "./project-root.mjs";

// A module that asks where it lies must hear of its own place, not of the bundle's.
const ownPlace = {
  name: "own-place",
  setup({ onLoad }) {
    onLoad({ filter: /\.(ts|mjs)$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href)),
      loader: path.endsWith(".ts") ? "ts" : "js",
    }));
  },
};

const [file, ...rest] = process.argv.slice(2);
if (!file) throw new Error("Name the file to run: node scripts/run-ts.mjs FILE [argument…]");

// Packages stay imports, and are looked for from where the bundle lies.
const cache = join(ROOT, "node_modules", ".cache");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, "run-ts-"));
try {
  const outfile = join(folder, "program.mjs");
  await build({
    entryPoints: [join(ROOT, file)],
    outfile,
    absWorkingDir: ROOT,
    bundle: true,
    platform: "node",
    target: "node22",
    format: "esm",
    packages: "external",
    tsconfig: join(ROOT, "tsconfig.json"),
    logLevel: "warning",
    plugins: [ownPlace],
  });
  process.argv = [process.execPath, join(ROOT, file), ...rest];
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
