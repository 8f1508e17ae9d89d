// The step "boundaries" of `npm test`: dependency-cruiser over the whole tree.
import { join } from "node:path";
import { ROOT } from "./project-root.mjs";
import { run } from "./run-command.mjs";

const HOOK = join(ROOT, "scripts", "typescript-api-hook.mjs");
const CRUISER = join(ROOT, "node_modules", ".bin", "depcruise");
const CONFIG = join(ROOT, ".dependency-cruiser.cjs");

/** The arguments for `node` that cruise the working directory. */
export function cruiseArguments(outputType) {
  return ["--import", HOOK, CRUISER, "--config", CONFIG, "--output-type", outputType, "."];
}

if (import.meta.main) process.exitCode = (await run("node", cruiseArguments("err-long"))).code;
