import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./free-port";
import { type PostgresBinaries, postgresBinaries } from "./postgres-binaries";

const exec = promisify(execFile);
const START_LIMIT_MS = 60_000;
const USER = "milepost";

// The server and its data last until the pipe to this keeper closes: they end with our process, however that ends.
// It is called as: postgres -D <data folder> …
const KEEPER = `trap '' INT TERM HUP; "$0" "$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$2"`;

export interface PostgresServer {
  /** The address of its `postgres` database, with a user who may create others. */
  url: string;
  /** The address of another database of this server. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

async function initialise(binaries: PostgresBinaries, dataDir: string): Promise<void> {
  if (binaries.runAs.uid !== undefined) await chown(dataDir, binaries.runAs.uid, binaries.runAs.gid);
  const flags = [`--pgdata=${dataDir}`, `--username=${USER}`, "--auth=trust", "--locale=C", "--encoding=UTF8"];
  await exec(binaries.initdb, flags, { ...binaries.runAs, cwd: dataDir });
}

/** Resolves when the server says so; rejects with its output when it ends or takes too long. */
function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (what: string) => reject(new Error(`The embedded PostgreSQL ${what}:\n${output}`));
    const timer = setTimeout(() => fail("did not start in time"), START_LIMIT_MS);
    child.once("error", (error) => fail(error.message));
    child.once("close", () => fail("ended at its start"));
    child.stderr?.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-10_000);
      if (!output.includes("ready to accept connections")) return;
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Starts a real PostgreSQL on a free loopback port, with its data in a temporary folder that `stop` removes. Works as
 * root too. It accepts `maxConnections` connections (default 200) and keeps fsync on, as in production. `settings` are
 * further lines of postgresql.conf.
 */
export async function startPostgres({
  maxConnections = 200,
  settings: own = [] as readonly string[],
} = {}): Promise<PostgresServer> {
  const binaries = await postgresBinaries();
  const dataDir = await mkdtemp(join(tmpdir(), "milepost-postgres-"));
  const clean = async () => {
    await rm(dataDir, { recursive: true, force: true });
    await binaries.release();
  };
  try {
    await initialise(binaries, dataDir);
    const port = await freePort();
    const fixed = [`max_connections=${maxConnections}`, "listen_addresses=127.0.0.1", "unix_socket_directories="];
    const settings = [...fixed, ...own];
    const args = ["-D", dataDir, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
    const child = spawn("sh", ["-c", KEEPER, binaries.postgres, ...args], {
      ...binaries.runAs,
      cwd: dataDir,
      stdio: ["pipe", "ignore", "pipe"],
    });
    await untilReady(child);
    const urlOf = (database: string) => `postgresql://${USER}@127.0.0.1:${port}/${database}`;
    const stop = async () => {
      const closed = new Promise((resolve) => child.once("close", resolve));
      child.stdin?.end();
      await closed;
      await clean();
    };
    return { url: urlOf("postgres"), urlOf, stop };
  } catch (error) {
    await clean();
    throw error;
  }
}
