import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { cruiseArguments } from "./boundaries.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Files that others import in the tree below; each is there and exports something. */
const TARGETS = [
  "app/page.ts",
  "bench/run.ts",
  "components/ui/button.ts",
  "db/client.ts",
  "db/queries/streaks.ts",
  "db/schema/auth.ts",
  "db/schema/streaks.ts",
  "db/testing/postgres-server.ts",
  "db/testing/create-database.ts",
  "e2e/fixtures.ts",
  "lib/actions/run.ts",
  "lib/auth/session.ts",
  "lib/client/keys.ts",
  "lib/contracts/streak.ts",
  "lib/domain/period.ts",
  "lib/env.ts",
  "lib/errors.ts",
  "lib/http/dispatch.ts",
  "lib/http/operations/streaks.ts",
  "lib/i18n/pick.ts",
  "lib/icons/policy.ts",
  "lib/jobs/sweep.ts",
  "lib/logger.ts",
  "lib/services/context.ts",
  "lib/services/streaks/create.ts",
  "scripts/corpora.ts",
];

const PACKAGES = [
  "@electric-sql/pglite",
  "@tanstack/react-query",
  "better-auth",
  "drizzle-orm",
  "next",
  "pg",
  "pg-boss",
  "react",
  "temporal-polyfill",
  "vitest",
  "zod",
];

/** [rule of .dependency-cruiser.cjs, file, what it must not import]; `node:` and packages by their own name. */
const FORBIDDEN: [rule: string, file: string, target: string][] = [
  ["domain", "lib/domain/a.ts", "lib/env.ts"],
  ["domain", "lib/domain/b.ts", "zod"],
  ["domain", "lib/domain/c.ts", "node:crypto"],
  ["domain", "lib/domain/d.ts", "lib/contracts/streak.ts"],
  ["domain-tests", "lib/domain/e.test.ts", "lib/contracts/streak.ts"],
  ["contracts", "lib/contracts/a.ts", "db/client.ts"],
  ["contracts", "lib/contracts/b.ts", "lib/services/context.ts"],
  ["contracts", "lib/contracts/c.ts", "next"],
  ["contracts", "lib/contracts/d.ts", "react"],
  ["db", "db/a.ts", "lib/services/context.ts"],
  ["db", "db/queries/b.ts", "lib/contracts/streak.ts"],
  ["db", "db/queries/c.ts", "lib/errors.ts"],
  ["db", "db/queries/d.ts", "db/testing/create-database.ts"],
  ["db-testing", "db/testing/a.ts", "lib/services/context.ts"],
  ["postgres-server-alone", "db/testing/postgres-server.ts", "db/client.ts"],
  ["services", "lib/services/a.ts", "db/schema/streaks.ts"],
  ["services", "lib/services/b.ts", "lib/http/dispatch.ts"],
  ["services", "lib/services/c.ts", "lib/auth/session.ts"],
  ["services", "lib/services/d.ts", "lib/env.ts"],
  ["services-tests", "lib/services/e.db.test.ts", "lib/http/dispatch.ts"],
  ["services-never", "lib/services/f.ts", "next"],
  ["services-never", "lib/services/g.ts", "react"],
  ["only-db-speaks-sql", "lib/services/h.ts", "drizzle-orm"],
  ["auth", "lib/auth/a.ts", "app/page.ts"],
  ["auth", "lib/auth/b.ts", "components/ui/button.ts"],
  ["auth", "lib/auth/c.ts", "lib/services/streaks/create.ts"],
  ["auth", "lib/auth/d.ts", "db/schema/streaks.ts"],
  ["boot", "lib/boot/a.ts", "db/queries/streaks.ts"],
  ["boot", "lib/boot/b.ts", "lib/http/dispatch.ts"],
  ["jobs", "lib/jobs/a.ts", "app/page.ts"],
  ["jobs", "lib/jobs/b.ts", "next"],
  ["jobs", "lib/jobs/c.ts", "db/queries/streaks.ts"],
  ["icons-and-i18n", "lib/icons/a.ts", "lib/services/context.ts"],
  ["icons-testing", "lib/icons/testing/a.ts", "lib/services/context.ts"],
  ["icons-testing-tests", "lib/icons/testing/b.test.ts", "lib/services/context.ts"],
  ["icons-and-i18n", "lib/i18n/b.ts", "db/client.ts"],
  ["icons-and-i18n", "lib/i18n/c.ts", "app/page.ts"],
  ["client", "lib/client/a.ts", "lib/services/context.ts"],
  ["client", "lib/client/b.ts", "lib/http/dispatch.ts"],
  ["client", "lib/client/c.ts", "node:fs"],
  ["http-and-actions", "lib/http/a.ts", "db/client.ts"],
  ["http-and-actions", "lib/actions/b.ts", "db/queries/streaks.ts"],
  ["services-by-the-operations-table", "lib/http/c.ts", "lib/services/streaks/create.ts"],
  ["next-by-the-next-adapter", "lib/http/d.ts", "next"],
  ["components", "components/console/a.ts", "lib/services/context.ts"],
  ["components", "components/console/b.ts", "lib/auth/session.ts"],
  ["components", "components/widget/c.ts", "db/client.ts"],
  ["components", "components/ui/d.ts", "app/page.ts"],
  ["app-never-the-database", "app/a.ts", "db/client.ts"],
  ["app-and-server", "app/b.ts", "db/queries/streaks.ts"],
  ["app-and-server", "server.ts", "db/queries/streaks.ts"],
  ["only-db-speaks-sql", "app/c.ts", "drizzle-orm"],
  ["only-db-speaks-sql", "app/d.ts", "pg"],
  ["only-db-speaks-sql", "app/e.ts", "@electric-sql/pglite"],
  ["scripts-and-bench", "scripts/a.ts", "db/client.ts"],
  ["bench", "bench/b.ts", "lib/services/context.ts"],
  ["e2e", "e2e/a.ts", "db/client.ts"],
  ["e2e", "e2e/b.ts", "lib/services/context.ts"],
  ["env", "lib/env.ts", "lib/errors.ts"],
  ["logger", "lib/logger.ts", "lib/errors.ts"],
  ["no-tests-in-production", "lib/http/e.ts", "lib/domain/period.test.ts"],
  ["no-circular", "lib/icons/round.ts", "lib/icons/trip.ts"],
  ["no-unresolvable", "lib/icons/lost.ts", "lib/icons/nowhere.ts"],
];

/** What the rows allow: none of these may be complained of. */
const ALLOWED: [file: string, target: string][] = [
  ["lib/domain/ok1.ts", "temporal-polyfill"],
  ["lib/domain/ok2.test.ts", "vitest"],
  ["lib/domain/ok3.test.ts", "scripts/corpora.ts"],
  ["lib/contracts/ok.ts", "zod"],
  ["db/queries/ok.ts", "drizzle-orm"],
  ["lib/services/ok1.ts", "db/queries/streaks.ts"],
  ["lib/services/ok2.db.test.ts", "db/testing/create-database.ts"],
  ["lib/auth/ok.ts", "db/schema/auth.ts"],
  ["lib/boot/ok.ts", "lib/auth/session.ts"],
  ["lib/jobs/ok.ts", "pg-boss"],
  ["lib/i18n/ok.ts", "lib/domain/period.ts"],
  ["lib/client/ok.ts", "@tanstack/react-query"],
  ["lib/http/operations/ok.ts", "lib/services/streaks/create.ts"],
  ["lib/http/next-adapter.ts", "next"],
  ["components/console/ok.ts", "lib/client/keys.ts"],
  ["app/ok.ts", "lib/services/streaks/create.ts"],
  ["instrumentation.ts", "db/client.ts"],
  ["scripts/ok.ts", "lib/env.ts"],
  ["bench/ok.ts", "db/testing/postgres-server.ts"],
  ["e2e/ok.ts", "lib/contracts/streak.ts"],
];

const tree = mkdtempSync(join(tmpdir(), "milepost-boundaries-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

function write(path: string, content: string) {
  mkdirSync(join(tree, dirname(path)), { recursive: true });
  writeFileSync(join(tree, path), content, { flag: "a" });
}

function importing(target: string): string {
  const specifier = /^[a-z]+\/.*\.ts$/.test(target) ? `@/${target.replace(/\.ts$/, "")}` : target;
  // A type import: the hardest to see, since nothing of it is left in JavaScript.
  return `import type * as target from "${specifier}";\nexport type Target = typeof target;\n`;
}

/** One cruise over a tree that holds every import above: a process takes longer than all its files. */
function complaints(): Set<string> {
  cpSync(join(ROOT, "tsconfig.json"), join(tree, "tsconfig.json"));
  for (const path of TARGETS) write(path, "export const here = true;\n");
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    write(`node_modules/${name}/index.js`, "module.exports = {};\n");
  }
  write("package.json", JSON.stringify({ dependencies: Object.fromEntries(PACKAGES.map((name) => [name, "1.0.0"])) }));
  write("lib/icons/trip.ts", importing("lib/icons/round.ts"));
  write("lib/domain/period.test.ts", "export const here = true;\n");
  for (const [file, target] of [...ALLOWED, ...FORBIDDEN.map(([, ...pair]) => pair)]) write(file, importing(target));

  let output = "";
  try {
    output = execFileSync("node", cruiseArguments("json"), { cwd: tree, encoding: "utf8", maxBuffer: 1e8 });
  } catch (error) {
    // Violations end it with their number as exit code; what it found is on stdout all the same.
    output = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
  }
  const result: { summary: { violations: { from: string; to: string; rule: { name: string } }[] } } =
    JSON.parse(output);
  return new Set(result.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`));
}

describe("who may import whom", () => {
  const found = complaints();
  const withTarget = (file: string) => [...found].filter((line) => line.includes(`: ${file} -> `));

  it.each(FORBIDDEN)("%s refuses %s -> %s", (rule, file) => {
    expect(withTarget(file).map((line) => line.split(":")[0])).toContain(rule);
  });

  it.each(ALLOWED)("%s may import %s", (file) => {
    expect(withTarget(file)).toEqual([]);
  });

  it("has no rule that was never seen to bite", () => {
    const config = readFileSync(join(ROOT, ".dependency-cruiser.cjs"), "utf8");
    const rows = [...config.matchAll(/(?:row|never)\("([a-z0-9-]+)"|name: "([a-z0-9-]+)"/g)].map((m) => m[1] ?? m[2]);
    const proven = new Set(FORBIDDEN.map(([rule]) => rule));
    expect(rows.filter((name) => name !== undefined && !proven.has(name))).toEqual([]);
  });
});

describe("the domain's purity", () => {
  // No import, so no rule above sees them: time, chance and settings come in as arguments.
  const IMPURE =
    /\bDate\.now\b|new Date\(\s*\)|\bMath\.random\b|\bTemporal\.Now\b|\bprocess\.|\bglobalThis\b|\bcrypto\./;

  it("reads no clock, no randomness and no environment", () => {
    const folder = join(ROOT, "lib", "domain");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (path) => path.endsWith(".ts") && !path.includes(".test."),
    );
    expect(files).not.toEqual([]);
    const impure = files.filter((path) => IMPURE.test(readFileSync(join(folder, path), "utf8")));
    expect(impure).toEqual([]);
  });
});
