// `npm run test:mutations`: reverses every comparison of the engine, one at a time, in a copy of lib/domain, and lists
// those that no test notices. Takes some minutes, so it is no part of `npm test`.
//   --cases N     random cases for each mutant (default 1500)
//   --boundary    also the mutants that only move a bound (< becomes <=)
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./project-root.mjs";

const FILES = ["streak.ts", "streak-ledger.ts", "challenge.ts", "crossing.ts", "timeline.ts", "points.ts"];
const PROPERTIES = ["streak-ledger.test.ts", "challenge.test.ts", "crossing.test.ts", "timeline.test.ts"];
const REVERSED = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
  "Math.min": "Math.max",
  "Math.max": "Math.min",
};
const MOVED = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
const STRING_OR_COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g;
const COMPARISON = /===|!==|==|!=|<=|>=|=>|<|>|Math\.min|Math\.max/g;

/** Types are blanked out in place, so that what is left of `<` and `>` compares, at its own offset. */
function comparisonsOf(source) {
  const code = stripTypeScriptTypes(source).replace(STRING_OR_COMMENT, (text) => text.replace(/[^\n]/g, " "));
  return [...code.matchAll(COMPARISON)].filter(([found]) => found !== "=>");
}

function mutantsOf(file, tables) {
  const source = readFileSync(join(ROOT, "lib/domain", file), "utf8");
  return comparisonsOf(source).flatMap((match) =>
    tables.flatMap((table) => {
      const replacement = table[match[0]];
      if (!replacement) return [];
      const line = source.slice(0, match.index).split("\n").length;
      const mutated = source.slice(0, match.index) + replacement + source.slice(match.index + match[0].length);
      const text = source.split("\n")[line - 1]?.trim();
      return [{ file, source, mutated, name: `${file}:${line}  ${match[0]} -> ${replacement}   ${text}` }];
    }),
  );
}

/** A tree of its own, so that the checkout is never wrong for anybody else. */
function copyDomain() {
  const folder = mkdtempSync(join(tmpdir(), "milepost-mutants-"));
  cpSync(join(ROOT, "lib/domain"), join(folder, "lib/domain"), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(
    join(folder, "vitest.config.mjs"),
    `export default { test: ${JSON.stringify({ pool: "forks", bail: 1, testTimeout: 120_000, include: ["lib/domain/*.test.ts"], exclude: ["**/*-corpora.test.ts"] })} };\n`,
  );
  return folder;
}

function passes(folder, cases, tests) {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const { status, error } = spawnSync(process.execPath, [vitest, "run", "--root", folder, ...tests], {
    cwd: folder,
    env: { ...process.env, PROPERTY_CASES: String(cases), CI: "" },
    encoding: "utf8",
    timeout: 300_000,
  });
  // A mutant that never ends is noticed too; a vitest that cannot be started is not.
  if (error && error.code !== "ETIMEDOUT") throw error;
  return status === 0;
}

function main() {
  const { values } = parseArgs({ options: { cases: { type: "string" }, boundary: { type: "boolean" } } });
  const cases = Number(values.cases ?? 1500);
  if (!Number.isInteger(cases) || cases < 1) throw new Error("--cases takes a whole number above 0.");
  const mutants = FILES.flatMap((file) => mutantsOf(file, values.boundary ? [REVERSED, MOVED] : [REVERSED]));
  const folder = copyDomain();
  const survivors = { properties: [], all: [] };
  try {
    if (!passes(folder, cases, []))
      throw new Error("The tests of lib/domain fail without any mutant: mend these first.");
    for (const { file, source, mutated, name } of mutants) {
      writeFileSync(join(folder, "lib/domain", file), mutated);
      const byProperties = !passes(folder, cases, PROPERTIES);
      const byTables = !byProperties && !passes(folder, cases, []);
      if (!byProperties) survivors.properties.push(name);
      if (!byProperties && !byTables) survivors.all.push(name);
      console.log(`${byProperties ? "property" : byTables ? "table   " : "SURVIVED"}  ${name}`);
      writeFileSync(join(folder, "lib/domain", file), source);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const noticed = mutants.length - survivors.all.length;
  console.log(`${mutants.length} mutants, ${noticed} noticed, ${survivors.properties.length} not by the properties.`);
  for (const name of survivors.all) console.log(`survived: ${name}`);
  process.exitCode = survivors.all.length > 0 ? 1 : 0;
}

try {
  main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
