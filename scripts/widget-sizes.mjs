// The step "sizes" of `npm test`: writes what the widget sends as files, which size-limit then weighs (.size-limit.json):
// the document of a busy member in the language in which it is heaviest, the script in it, and the loader.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { generateWidget } from "./generate-widget.mjs";
import { ROOT } from "./project-root.mjs";
import { run } from "./run-command.mjs";

const FOLDER = join(ROOT, "node_modules", ".cache", "milepost-widget");

async function bundled(file) {
  const outfile = join(FOLDER, `${file.replace(/\W+/g, "-")}.mjs`);
  await build({
    entryPoints: [join(ROOT, "components", "widget", file)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    tsconfig: join(ROOT, "tsconfig.json"),
    logLevel: "warning",
  });
  return import(pathToFileURL(outfile).href);
}

await generateWidget();
mkdirSync(FOLDER, { recursive: true });
const { sampleDocuments } = await bundled("testing/sample-documents.ts");
const { WIDGET_SCRIPT, WIDGET_LOADER } = await bundled("generated/widget.ts");
const weighed = Object.entries(sampleDocuments()).map(([locale, html]) => ({
  locale,
  html,
  bytes: gzipSync(html).length,
}));
const [heaviest] = weighed.toSorted((a, b) => b.bytes - a.bytes);
console.log(weighed.map(({ locale, bytes }) => `${locale} ${bytes}`).join(", "));
writeFileSync(join(FOLDER, "document.html"), heaviest.html);
writeFileSync(join(FOLDER, "script.js"), WIDGET_SCRIPT);
writeFileSync(join(FOLDER, "loader.js"), WIDGET_LOADER);
const { code } = await run("size-limit", []);
process.exitCode = code;
