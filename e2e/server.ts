import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "@/db/testing/free-port";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SERVER = join(ROOT, "dist", "server.mjs");
const NODE = join(ROOT, "node_modules", ".bin", "node");
const COMMANDS = {
  server: [SERVER],
  next: [join(ROOT, "node_modules", "next", "dist", "bin", "next"), "start", "--hostname", "127.0.0.1"],
};
// Next ends with what a shell makes of SIGTERM.
const CLEAN_ENDINGS = { server: "exit code 0", next: "exit code 143" };
const READY_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 20_000;
const POLL_MS = 100;
const KEPT_OUTPUT = 20_000;
// Settings of the shell that runs the tests must not reach the server under test.
const INHERITED = ["PATH", "HOME", "TMPDIR", "LANG", "TZ"];

export interface RunningServer {
  baseUrl: string;
  pid: number;
  /** The last of what it printed. */
  output(): string;
  /** Asks it to end (SIGTERM) and waits; throws with its output when it does not end, or not cleanly. */
  stop(): Promise<void>;
}

async function answersReady(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/api/health/ready`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}

/** What stands in front: our own server, or Next alone as on a serverless host. */
export type Front = "server" | "next";

/** Starts the built server on a free port with just these settings, and waits until it says that it is ready. */
export async function startServer(settings: Record<string, string>, front: Front = "server"): Promise<RunningServer> {
  if (!existsSync(SERVER)) throw new Error(`${SERVER} does not exist: run \`npm run build\` first.`);
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const inherited = Object.fromEntries(INHERITED.map((name) => [name, process.env[name]]));
  const child = spawn(existsSync(NODE) ? NODE : process.execPath, COMMANDS[front], {
    cwd: ROOT,
    env: { ...inherited, LOG_LEVEL: "warn", ...settings, NODE_ENV: "production", PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });

  let output = "";
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString("utf8")).slice(-KEPT_OUTPUT);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  let ending: string | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      ending = error.message;
      resolve();
    });
    child.once("close", (code, signal) => {
      ending ??= signal === null ? `exit code ${code}` : `signal ${signal}`;
      resolve();
    });
  });
  const failure = (what: string) => new Error(`The server ${what}. Its output:\n${output}`);

  const deadline = Date.now() + READY_LIMIT_MS;
  while (!(await answersReady(baseUrl))) {
    if (ending !== undefined) throw failure(`ended at its start (${ending})`);
    if (Date.now() > deadline) {
      child.kill("SIGKILL");
      throw failure(`was not ready after ${READY_LIMIT_MS} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }

  return {
    baseUrl,
    pid: child.pid ?? 0,
    output: () => output,
    stop: async () => {
      if (ending !== undefined) throw failure(`had ended before the tests did (${ending})`);
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
      await ended;
      clearTimeout(timer);
      if (ending !== CLEAN_ENDINGS[front]) throw failure(`did not stop cleanly on SIGTERM (${ending})`);
    },
  };
}
