import { AsyncLocalStorage } from "node:async_hooks";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./project-root.mjs";

const BIN = join(ROOT, "node_modules", ".bin");

/** The environment with node_modules/.bin first on PATH, so that `node` is the pinned one. */
export function withBins(env = process.env) {
  return { ...env, PATH: `${BIN}:${pathWithoutBins(env)}` };
}

/** PATH without any node_modules/.bin: for `npm ci`, which deletes the Node that lies there. */
export function pathWithoutBins(env = process.env) {
  return (env.PATH ?? "")
    .split(":")
    .filter((folder) => !folder.endsWith("node_modules/.bin"))
    .join(":");
}

const keeper = new AsyncLocalStorage();

/** Does `work`, and prints a heading and what its commands print when it is done: two side by side can be read so. */
export async function printedAtTheEnd(heading, work) {
  const printed = [Buffer.from(heading)];
  try {
    return await keeper.run(printed, work);
  } finally {
    process.stdout.write(Buffer.concat(printed));
  }
}

/**
 * Runs a command in the repository's folder and resolves to its exit code (128 when a signal or the time limit ended
 * it). What it prints goes to the terminal, unless `capture` asks for it as `output`.
 */
export function run(command, args, { env = withBins(), capture = false, timeoutMs } = {}) {
  const printed = keeper.getStore();
  return new Promise((resolve, reject) => {
    const stdio = capture || printed ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"];
    const child = spawn(command, args, { cwd: ROOT, env, stdio, timeout: timeoutMs });
    const chunks = capture ? [] : (printed ?? []);
    child.stdout?.on("data", (chunk) => chunks.push(chunk));
    child.stderr?.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.on("close", (code) =>
      resolve({ code: code ?? 128, output: capture ? Buffer.concat(chunks).toString("utf8") : "" }),
    );
  });
}
