// The step "messages" of `npm test`: every locale has every text of the English source, with the same arguments, and
// none that the source dropped.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project-root.mjs";
import { run } from "./run-command.mjs";

const FOLDERS = ["messages/console", "messages/widget"];
const SOURCE = "en";

/** The dotted keys of a tree of texts. */
export function messageKeys(texts, prefix = "") {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string" ? [`${prefix}${key}`] : messageKeys(value, `${prefix}${key}.`),
  );
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

async function check(folder) {
  const path = join(ROOT, folder);
  if (!existsSync(join(path, `${SOURCE}.json`))) return [`${folder}/${SOURCE}.json does not exist`];
  const { code } = await run("i18n-check", ["--locales", folder, "--source", SOURCE, "--format", "next-intl"]);
  return [...(code === 0 ? [] : [`${folder}: see the table above`]), ...strayKeys(path)];
}

if (import.meta.main) {
  const problems = [];
  for (const folder of FOLDERS) problems.push(...(await check(folder)));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
