// The widget's style sheet, its document's script and the loader as a module: made small by esbuild, the first two go
// into the document as they are. Runs before the server is built, developed or tested; writes only what changed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./project-root.mjs";

const FOLDER = join(ROOT, "components", "widget");
/** Browsers that know `light-dark()`, so that esbuild leaves it as it is. */
const BROWSERS = ["chrome123", "firefox120", "safari17.5"];

/** What esbuild makes of one file of components/widget. */
async function small(file) {
  // Loaded only now: prepare.mjs imports this file before anything is installed.
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(FOLDER, file)],
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    format: "iife",
    tsconfig: join(ROOT, "tsconfig.json"),
    legalComments: "none",
    target: BROWSERS,
  });
  const text = outputFiles[0].text.trim();
  // It stands inside of an element of its own, where nothing is escaped.
  if (text.includes("</")) throw new Error(`${file} contains </ and would end its own element`);
  return text;
}

function writeModule(name, values) {
  const target = join(FOLDER, "generated", name);
  const lines = Object.entries(values).map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`);
  const made = ["// Made by scripts/generate-widget.mjs. Not to be edited.", ...lines, ""].join("\n");
  if (existsSync(target) && readFileSync(target, "utf8") === made) return;
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, made);
}

export async function generateWidget() {
  const [styles, script, loader] = await Promise.all(
    ["widget.css", "client/document.ts", "client/embed.ts"].map(small),
  );
  writeModule("widget.ts", { WIDGET_STYLES: styles, WIDGET_SCRIPT: script, WIDGET_LOADER: loader });
}

if (import.meta.main) await generateWidget();
