// The step "messages" of `npm test`: every locale has every text of the English source, with the same arguments, and
// none that the source dropped. The widget's many languages are looked at more closely (scripts/message-problems.mjs).
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { messageProblems } from "./message-problems.mjs";
import { ROOT } from "./project-root.mjs";
import { run } from "./run-command.mjs";

const WIDGET = "messages/widget";
const FOLDERS = ["messages/console", WIDGET];
const SOURCE = "en";

/** The dotted keys of a tree of texts. */
export function messageKeys(texts) {
  return Object.keys(flatten(texts));
}

/** Lines that name each key of a translation in `folder` that its source lacks: texts that nobody can see. */
export function strayKeys(folder) {
  const read = (file) => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const known = new Set(messageKeys(read(`${SOURCE}.json`)));
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) =>
      messageKeys(read(file))
        .filter((key) => !known.has(key))
        .map((key) => `${join(folder, file)}: ${key} is not in ${SOURCE}.json`),
    );
}

/** Lines that name each text of a translation of the widget that its language would not say so. */
export function wordProblems(folder) {
  const read = (file) => flatten(JSON.parse(readFileSync(join(folder, file), "utf8")));
  const source = read(`${SOURCE}.json`);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const locale = file.slice(0, -".json".length);
      return Object.entries(read(file)).flatMap(([key, text]) =>
        messageProblems({ locale, key, text, source: source[key] ?? text }).map((line) => `${file}: ${key} ${line}`),
      );
    });
}

function flatten(texts, prefix = "") {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === "string" ? [[`${prefix}${key}`, value]] : Object.entries(flatten(value, `${prefix}${key}.`)),
    ),
  );
}

async function check(folder) {
  const path = join(ROOT, folder);
  if (!existsSync(join(path, `${SOURCE}.json`))) return [`${folder}/${SOURCE}.json does not exist`];
  // The tool wants a # wherever English has one; Arabic and Hebrew say one and two in words.
  const only = folder === WIDGET ? ["--only", "missingKeys"] : [];
  const { code } = await run("i18n-check", ["--locales", folder, "--source", SOURCE, "--format", "next-intl", ...only]);
  const words = folder === WIDGET ? wordProblems(path) : [];
  return [...(code === 0 ? [] : [`${folder}: see the table above`]), ...strayKeys(path), ...words];
}

if (import.meta.main) {
  const problems = [];
  for (const folder of FOLDERS) problems.push(...(await check(folder)));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
