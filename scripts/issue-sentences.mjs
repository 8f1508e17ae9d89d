// `npm run sentences`: lists the sentences of docs/console-sentences.md that no Playwright or API spec quotes as a title.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project-root.mjs";

const SPECS = ["specs", "api"].map((folder) => join(ROOT, "e2e", folder));
const QUOTED = /\b(?:test|test\.describe)\(\s*(["'`])((?:\\.|(?!\1).)*)\1/g;

/** The sentences of a page: its list items. */
export function sentencesOf(page) {
  return [...page.matchAll(/^- (.+)$/gm)].map(([, sentence]) => sentence);
}

/** The titles of tests and groups in a spec, as they are read. */
export function titlesOf(spec) {
  return [...spec.matchAll(QUOTED)].map(([, , title]) => title.replace(/\\(.)/g, "$1"));
}

if (import.meta.main) {
  const sentences = sentencesOf(readFileSync(join(ROOT, "docs", "console-sentences.md"), "utf8"));
  const specs = SPECS.flatMap((folder) => readdirSync(folder, { withFileTypes: true }));
  const titles = specs
    .filter((file) => file.isFile())
    .flatMap((file) => titlesOf(readFileSync(join(file.parentPath, file.name), "utf8")));
  const missing = sentences.filter((sentence) => !titles.includes(sentence));
  for (const sentence of missing) console.log(`without a spec: ${sentence}`);
  console.log(`${sentences.length - missing.length} of ${sentences.length} sentences have a spec`);
  if (missing.length > 0) process.exitCode = 1;
}
