import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { hasCorpora } from "@/scripts/corpora";
import { cleanIcon } from "./clean-icon";
import { TestBrowser } from "./testing/browser";
import { type CorpusFile, corpusFiles, readControl, readCorpusFile } from "./testing/corpus";
import { inParallel } from "./testing/in-parallel";
import { HARMLESS, MODES, observeSvg } from "./testing/observe-svg";

const WIDTH = 6;
/** Its field takes the focus back after each dialog, so that it opens as many as there is time for. */
const OPENS_DIALOGS_FOR_EVER = new Set(["domp-056.svg"]);

/** What attacks do in a browser: first unguarded, which shows that the check can see it; then as they are stored. */
describe.skipIf(!hasCorpora())("attacks in SVG", () => {
  const browser = new TestBrowser();
  beforeAll(() => browser.start());
  afterAll(() => browser.stop());
  const attacks = hasCorpora() ? corpusFiles("svg-attacks") : [];

  it.each(["document", "inline"] as const)("unguarded, do in %s mode what they were seen to do", async (mode) => {
    const control = readControl(mode);
    const seen = await inParallel(attacks, WIDTH, async (attack) => {
      const observed = await observeSvg(browser, mode, readCorpusFile(attack));
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
      ...(await observeSvg(browser, mode, bytes)),
    }));
    expect(seen).toEqual(stored.map(({ file }) => ({ file, ...HARMLESS })));
    expect(seen).not.toEqual([]);
  });
});
