// `npm run sentences`: lists the sentences of docs/*-sentences.md that no spec and no test quotes as a title.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project-root.mjs";

const TESTS = "{app,components,db,e2e,lib,scripts}/**/*.{spec,test}.ts";
const QUOTED = /\b(?:it|test|describe|test\.describe)\(\s*(["'`])((?:\\.|(?!\1).)*)\1/g;

/** The sentences of a page: its list items. */
export function sentencesOf(page) {
  return [...page.matchAll(/^- (.+)$/gm)].map(([, sentence]) => sentence);
}

/** The titles of tests and groups in a spec, as they are read. */
export function titlesOf(spec) {
  return [...spec.matchAll(QUOTED)].map(([, , title]) => title.replace(/\\(.)/g, "$1"));
}

const read = (pattern) => globSync(pattern, { cwd: ROOT }).map((file) => readFileSync(join(ROOT, file), "utf8"));

if (import.meta.main) {
  const sentences = read("docs/*-sentences.md").flatMap(sentencesOf);
  const titles = new Set(read(TESTS).flatMap(titlesOf));
  const missing = sentences.filter((sentence) => !titles.has(sentence));
  for (const sentence of missing) console.log(`without a spec: ${sentence}`);
  console.log(`${sentences.length - missing.length} of ${sentences.length} sentences have a spec`);
  if (missing.length > 0) process.exitCode = 1;
}
