import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasCorpora } from "@/scripts/corpora";
import { corpusFiles, corpusPath } from "./testing/corpus";
import { inParallel } from "./testing/in-parallel";

interface Measured {
  outcome: string;
  peakKb: number;
  cpuMs: number;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PROGRAM = fileURLToPath(new URL("../../node_modules/.cache/measure-icon.mjs", import.meta.url));
const CATEGORIES = ["raster", "raster-renamed", "raster-made", "svg-good", "svg-attacks"];
const MAX_KB = 64 * 1024;
const MAX_MS = 1000;
const WIDTH = 2;

const execute = promisify(execFile);

async function measure(...path: string[]): Promise<Measured> {
  const { stdout } = await execute(process.execPath, [PROGRAM, ...path], { timeout: 60_000 });
  return JSON.parse(stdout) as Measured;
}

/** DOMAIN's bounds, each file in a process of its own: of memory its peak above an empty run, of time the processor's. */
describe.skipIf(!hasCorpora())("cleaning an image", () => {
  beforeAll(async () => {
    await build({
      entryPoints: [`${ROOT}/lib/icons/testing/measure-one.ts`],
      outfile: PROGRAM,
      absWorkingDir: ROOT,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      tsconfig: `${ROOT}/tsconfig.json`,
    });
  });
  afterAll(() => rmSync(PROGRAM, { force: true }));

  it("takes at most a second and 64 MB more than nothing", async () => {
    const empty = Math.min(...(await inParallel([0, 1, 2], 1, () => measure())).map(({ peakKb }) => peakKb));
    const files = corpusFiles(...CATEGORIES);
    const measured = await inParallel(files, WIDTH, async (file) => ({
      name: `${file.category}/${file.file}`,
      ...(await measure(corpusPath(file))),
    }));
    const worst = (of: (one: Measured) => number) => Math.max(...measured.map(of));
    console.log(
      `${measured.length} files: at most ${Math.round((worst(({ peakKb }) => peakKb) - empty) / 1024)} MB above an empty run of ${Math.round(empty / 1024)} MB, at most ${Math.round(worst(({ cpuMs }) => cpuMs))} ms`,
    );
    expect(measured.filter(({ outcome }) => outcome.startsWith("crash"))).toEqual([]);
    expect(measured.filter(({ peakKb }) => peakKb - empty > MAX_KB)).toEqual([]);
    expect(measured.filter(({ cpuMs }) => cpuMs > MAX_MS)).toEqual([]);
  });
});
