// The step "migrations" of `npm test`: db/migrations is whole and brings a database to what db/schema says. Works on a
// copy, so that a forgotten migration is reported and not written.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { ROOT } from "./project-root.mjs";
import { run } from "./run-command.mjs";

const TIME_LIMIT_MS = 60_000;
const PROBE = "not_generated_yet";

// drizzle-kit joins its output folder to the working directory, so the copy lies inside of it.
const cache = join(ROOT, "node_modules", ".cache");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, "migrations-"));
try {
  cpSync(join(ROOT, "db", "migrations"), folder, { recursive: true });
  const shared = ["--dialect", "postgresql", "--out", relative(ROOT, folder)];
  const consistent = await run("drizzle-kit", ["check", ...shared], { capture: true, timeoutMs: TIME_LIMIT_MS });
  // A renamed column makes drizzle-kit ask; without a terminal it ends or runs into the limit, and fails here as well.
  const generate = ["generate", ...shared, "--schema", "./db/schema/*.ts", "--name", PROBE];
  const generated = await run("drizzle-kit", generate, { capture: true, timeoutMs: TIME_LIMIT_MS });
  const missing = readdirSync(folder).find((file) => file.includes(PROBE));
  for (const { code, output } of [consistent, generated]) {
    if (code === 0) continue;
    console.error(output);
    process.exitCode = 1;
  }
  if (missing) {
    console.error("db/schema has changes that no migration makes. `npm run db:generate` writes this one:\n");
    console.error(readFileSync(join(folder, missing), "utf8"));
    process.exitCode = 1;
  } else if (process.exitCode !== 1) console.log("The migrations make what db/schema says.");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
