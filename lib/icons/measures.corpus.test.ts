import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasCorpora } from "@/scripts/corpora";
import { ICON_POLICY } from "./policy";
import { corpusFiles, corpusPath } from "./testing/corpus";
import { heavyImages } from "./testing/heavy-images";
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
describe("cleaning an image", () => {
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

  async function expectBounded(files: { name: string; path: string }[]): Promise<Map<string, string>> {
    const empty = Math.min(...(await inParallel([0, 1, 2], 1, () => measure())).map(({ peakKb }) => peakKb));
    const measured = await inParallel(files, WIDTH, async ({ name, path }) => ({ name, ...(await measure(path)) }));
    const worst = (of: (one: Measured) => number) => Math.max(...measured.map(of));
    console.log(
      `${measured.length} files: at most ${Math.round((worst(({ peakKb }) => peakKb) - empty) / 1024)} MB above an empty run of ${Math.round(empty / 1024)} MB, at most ${Math.round(worst(({ cpuMs }) => cpuMs))} ms`,
    );
    expect(measured.filter(({ outcome }) => outcome.startsWith("crash"))).toEqual([]);
    expect(measured.filter(({ peakKb }) => peakKb - empty > MAX_KB)).toEqual([]);
    expect(measured.filter(({ cpuMs }) => cpuMs > MAX_MS)).toEqual([]);
    return new Map(measured.map(({ name, outcome }) => [name, outcome]));
  }

  it.skipIf(!hasCorpora())("of the corpora takes at most a second and 64 MB more than nothing", async () => {
    const files = corpusFiles(...CATEGORIES);
    await expectBounded(files.map((file) => ({ name: `${file.category}/${file.file}`, path: corpusPath(file) })));
  });

  it("that was made to be heavy takes no more than that", async () => {
    const folder = mkdtempSync(join(tmpdir(), "milepost-heavy-"));
    try {
      const images = await heavyImages();
      const files = images.map(({ name, bytes }) => {
        expect(bytes.length, name).toBeLessThanOrEqual(ICON_POLICY.maxBytes);
        writeFileSync(join(folder, name), bytes);
        return { name, path: join(folder, name) };
      });
      const outcomes = await expectBounded(files);
      expect(outcomes).toEqual(new Map(images.map(({ name, outcome }) => [name, outcome])));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
