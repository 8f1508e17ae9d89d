import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockFolder } from "./lock";

let root: string;
let folder: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "milepost-lock-"));
  folder = join(root, "pglite");
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Another process that holds the folder as `lockFolder` does, until it is killed. */
async function holder(): Promise<{ pid: number; kill: () => Promise<void> }> {
  const script = `require("node:net").createServer((s) => s.end(String(process.pid))).listen(${JSON.stringify(`${folder}.lock`)}, () => console.log("held"))`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((held) => child.stdout.once("data", held));
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  return {
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

it("refuses a second opener and names the process that holds the folder", async () => {
  const other = await holder();
  await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${other.pid}`);
  await other.kill();
});

it("takes over from a process that was killed", async () => {
  const other = await holder();
  await other.kill();
  expect(existsSync(`${folder}.lock`)).toBe(true);
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${process.pid}`);
  unlock();
});

it("is free again after it was unlocked", async () => {
  (await lockFolder(folder))();
  (await lockFolder(folder))();
});

it("works where the folder's path is too long for a socket", async () => {
  folder = join(root, "x".repeat(120));
  const unlock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow("in use");
  unlock();
});
