import type { Page } from "playwright";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasCorpora } from "@/scripts/corpora";
import { cleanIcon } from "./clean-icon";
import { TestBrowser } from "./testing/browser";
import { type CorpusFile, corpusFiles, readCorpusFile } from "./testing/corpus";
import { decodeInPage } from "./testing/decode-in-page";

const TILE = 240;
const COLUMNS = 5;
const BATCH = 20;
const LOAD_MS = 20_000;
/** Seconds at which animations are held: their start, and when they are under way. */
const MOMENTS = [0, 0.4];

function holdAt(seconds: number): void {
  const root = document.documentElement;
  if (!(root instanceof SVGSVGElement)) return;
  root.pauseAnimations();
  root.setCurrentTime(seconds);
}

/** Accepted images, before and after: the same pixels in the browser that members have. */
describe.skipIf(!hasCorpora())("what is accepted", () => {
  const browser = new TestBrowser();
  beforeAll(() => browser.start());
  afterAll(() => browser.stop());
  const accepted = (...categories: string[]) =>
    hasCorpora()
      ? corpusFiles(...categories).filter(({ expect: expected }) => /^accept(,| \(| with |$)/.test(expected))
      : [];

  /** A sheet of SVGs, each a document in a frame of its own, at the moments. */
  async function sheet(page: Page, svgs: Uint8Array[]): Promise<Buffer[]> {
    const frames = svgs.map(
      (svg) => `<iframe src="${browser.serve("image/svg+xml", svg)}" width="${TILE}" height="${TILE}"></iframe>`,
    );
    const style = `body{margin:0;background:#8a6;display:grid;grid-template-columns:repeat(${COLUMNS},${TILE}px)}iframe{border:0}`;
    const html = `<!doctype html><style>${style}</style>${frames.join("")}`;
    // Fonts and pictures that files name elsewhere are as absent before as after.
    await page.route(
      (url) => url.origin !== browser.base,
      (route) => route.abort(),
    );
    await page.goto(browser.serve("text/html", html), { waitUntil: "load", timeout: LOAD_MS });
    const moments = [];
    for (const seconds of MOMENTS) {
      for (const frame of page.frames().slice(1)) await frame.evaluate(holdAt, seconds);
      const png = await page.screenshot({ animations: "disabled", fullPage: true, timeout: LOAD_MS });
      moments.push(await sharp(png).removeAlpha().raw().toBuffer());
    }
    return moments;
  }

  /** The files whose tiles are not the same, pixel by pixel, at any of the moments. */
  function differing(files: CorpusFile[], before: Buffer[], after: Buffer[], width: number): string[] {
    return files.flatMap(({ file }, position) => {
      const [left, top] = [(position % COLUMNS) * TILE, Math.floor(position / COLUMNS) * TILE];
      const rows = Array.from({ length: TILE }, (_, row) => ((top + row) * width + left) * 3);
      const isSame = (one: Buffer, other: Buffer | undefined) =>
        rows.every((at) => other && one.compare(other, at, at + TILE * 3, at, at + TILE * 3) === 0);
      return before.every((one, moment) => isSame(one, after[moment])) ? [] : [file];
    });
  }

  it("shows SVGs as they were", async () => {
    const files = accepted("svg-good");
    for (let from = 0; from < files.length; from += BATCH) {
      const batch = files.slice(from, from + BATCH);
      const originals = batch.map(readCorpusFile);
      const stored = await Promise.all(originals.map(async (original) => (await cleanIcon(original)).bytes));
      const { before, after, empty, width } = await browser.withPage(async (page) => ({
        before: await sheet(page, originals),
        after: await sheet(page, stored),
        empty: await sheet(
          page,
          originals.map(() => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
        ),
        width: page.viewportSize()?.width ?? 0,
      }));
      expect(differing(batch, before, after, width)).toEqual([]);
      // The sheet does show them.
      expect(differing(batch, before, empty, width)).toEqual(batch.map(({ file }) => file));
    }
  });

  it("shows raster images as they were, frame by frame", async () => {
    const files = accepted("raster", "raster-made");
    await browser.withPage(async (page) => {
      await page.goto(browser.serve("text/html", "<!doctype html>"));
      for (const file of files) {
        const original = readCorpusFile(file);
        const { bytes, contentType } = await cleanIcon(original);
        const urls = [original, bytes].map((content) => browser.serve(contentType, content));
        const [before, after] = await decodeInPage(page, urls, contentType);
        expect(after, file.file).toEqual(before);
        expect(before?.frames.length, file.file).toBeGreaterThan(0);
      }
    });
  });
});
