// The widget's style sheet as a module: Tailwind's own command reads components/widget, and what it makes goes into
// the document as it is. Runs before the server is built, developed or tested; writes only what changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./project-root.mjs";
import { run } from "./run-command.mjs";

const SOURCE = join(ROOT, "components", "widget", "widget.css");
const TARGET = join(ROOT, "components", "widget", "generated", "styles.ts");

function moduleOf(css) {
  const hash = createHash("sha256").update(css).digest("base64");
  return [
    "// Made by scripts/generate-widget.mjs out of widget.css and the classes in this folder. Not to be edited.",
    `export const WIDGET_STYLES = ${JSON.stringify(css)};`,
    `export const WIDGET_STYLE_HASH = ${JSON.stringify(`sha256-${hash}`)};`,
    "",
  ].join("\n");
}

export async function generateWidget() {
  const css = join(ROOT, "node_modules", ".cache", "milepost-widget.css");
  mkdirSync(dirname(css), { recursive: true });
  const { code, output } = await run("tailwindcss", ["--input", SOURCE, "--output", css, "--minify"], {
    capture: true,
  });
  if (code !== 0) throw new Error(`the widget's style sheet could not be made:\n${output}`);
  const text = readFileSync(css, "utf8").trim();
  // It stands inside of a <style> element, where nothing is escaped.
  if (text.includes("</")) throw new Error("the widget's style sheet contains </ and would end its own element");
  const made = moduleOf(text);
  if (existsSync(TARGET) && readFileSync(TARGET, "utf8") === made) return;
  mkdirSync(dirname(TARGET), { recursive: true });
  writeFileSync(TARGET, made);
}

if (import.meta.main) await generateWidget();
