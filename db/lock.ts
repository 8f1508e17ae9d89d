import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Longest path that every platform takes for a unix socket. */
const MAX_SOCKET_PATH = 100;

/**
 * Takes a folder for this process. PGlite has no lock of its own, and two processes on one folder lose rows. A socket
 * beside the folder is the lock: a living owner answers with its pid, a dead one's socket refuses and is removed.
 * @throws when another process holds the folder; the message names it
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const path = socketPath(folder);
  if (process.platform !== "win32") mkdirSync(dirname(path), { recursive: true });
  for (let attempt = 0; attempt < 5; attempt++) {
    const server = await listen(path);
    if (server) return () => server.close();
    const holder = await askHolder(path);
    if (holder) throw new Error(`${folder} is in use by process ${holder}: stop it, or set DATA_DIR to another folder`);
    rmSync(path, { force: true });
  }
  throw new Error(`could not lock ${folder}: ${path} comes and goes`);
}

function socketPath(folder: string): string {
  const full = resolve(folder);
  const name = `milepost-${createHash("sha256").update(full).digest("hex").slice(0, 16)}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  const beside = `${full}.lock`;
  return Buffer.byteLength(beside) <= MAX_SOCKET_PATH ? beside : join(tmpdir(), `${name}.lock`);
}

function listen(path: string): Promise<Server | null> {
  const { promise, resolve: done, reject } = Promise.withResolvers<Server | null>();
  const server = createServer((socket) => socket.on("error", () => {}).end(String(process.pid)));
  server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? done(null) : reject(error)));
  server.listen(path, () => {
    server.unref();
    done(server);
  });
  return promise;
}

function askHolder(path: string): Promise<string | null> {
  const { promise, resolve: done } = Promise.withResolvers<string | null>();
  let answer = "";
  const socket = connect(path);
  socket.setTimeout(2000, () => socket.destroy());
  socket.on("data", (chunk) => {
    answer += chunk.toString();
  });
  socket.on("error", () => done(null));
  socket.on("close", () => done(answer || null));
  return promise;
}
