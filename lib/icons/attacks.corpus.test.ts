import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { hasCorpora } from "@/scripts/corpora";
import { cleanIcon } from "./clean-icon";
import { type Observed, TestBrowser } from "./testing/browser";
import { type CorpusFile, corpusFiles, readControl, readCorpusFile } from "./testing/corpus";
import { inParallel } from "./testing/in-parallel";

const MODES = ["document", "inline", "img"] as const;
type Mode = (typeof MODES)[number];
const WIDTH = 6;
const HARMLESS: Observed = { dialogs: 0, outsideRequests: 0, navigatedAway: 0, outcome: "ok" };
/** Its field takes the focus back after each dialog, so that it opens as many as there is time for. */
const OPENS_DIALOGS_FOR_EVER = new Set(["domp-056.svg"]);

/** What attacks do in a browser: first unguarded, which shows that the check can see it; then as they are stored. */
describe.skipIf(!hasCorpora())("attacks in SVG", () => {
  const browser = new TestBrowser();
  beforeAll(() => browser.start());
  afterAll(() => browser.stop());
  const attacks = hasCorpora() ? corpusFiles("svg-attacks") : [];

  function observe(mode: Mode, svg: Uint8Array): Promise<Observed> {
    const file = browser.serve("image/svg+xml", svg);
    if (mode === "document") return browser.observe(file, [file], false);
    const content = mode === "inline" ? Buffer.from(svg).toString("utf8") : `<img src="${file}" alt="">`;
    const page = browser.serve("text/html; charset=utf-8", `<!doctype html><html><body>${content}</body></html>`);
    return browser.observe(page, mode === "img" ? [page, file] : [page], true);
  }

  it.each(["document", "inline"] as const)("unguarded, do in %s mode what they were seen to do", async (mode) => {
    const control = readControl(mode);
    const seen = await inParallel(attacks, WIDTH, async (attack) => {
      const observed = await observe(mode, readCorpusFile(attack));
      return OPENS_DIALOGS_FOR_EVER.has(attack.file) && observed.dialogs > 0
        ? { file: attack.file, ...observed, dialogs: control.get(attack.file)?.dialogs }
        : { file: attack.file, ...observed };
    });
    expect(seen).toEqual(attacks.map(({ file }) => control.get(file)));
    expect(seen.filter(({ dialogs, outsideRequests }) => dialogs || outsideRequests)).not.toEqual([]);
  });

  async function cleaned(attack: CorpusFile): Promise<{ file: string; bytes: Uint8Array }[]> {
    try {
      return [{ file: attack.file, bytes: (await cleanIcon(readCorpusFile(attack))).bytes }];
    } catch (error) {
      if (error instanceof AppError) return [];
      throw error;
    }
  }

  it.each(MODES)("as they are stored, do nothing in %s mode", async (mode) => {
    const stored = (await Promise.all(attacks.map(cleaned))).flat();
    const seen = await inParallel(stored, WIDTH, async ({ file, bytes }) => ({
      file,
      ...(await observe(mode, bytes)),
    }));
    expect(seen).toEqual(stored.map(({ file }) => ({ file, ...HARMLESS })));
    expect(seen).not.toEqual([]);
  });
});
