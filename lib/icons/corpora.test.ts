import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { hasCorpora } from "@/scripts/corpora";
import { type CleanIcon, cleanIcon } from "./clean-icon";
import { type CorpusFile, corpusFiles, readCorpusFile } from "./testing/corpus";

const CATEGORIES = ["raster", "raster-renamed", "raster-made", "svg-good", "svg-attacks"];
const REFUSALS = [413, 415, 422];

/** What a line of the manifest allows: to be kept, to be refused, or either. */
function allowed(expected: string): "kept" | "refused" | "either" {
  if (/^accept(,| \(| with |$)/.test(expected)) return "kept";
  if (/^reject($| \((?!corrupt\) or))/.test(expected))
    return /^reject \([^)]*\) or /.test(expected) ? "either" : "refused";
  return "either";
}

async function outcomeOf(file: CorpusFile): Promise<CleanIcon | AppError> {
  try {
    return await cleanIcon(readCorpusFile(file));
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

const ACTIVE =
  /<(script|foreignObject|iframe|handler|listener|html|body|img|embed|object|audio|video)\b|\son\w+=|@import|<!|<\?/i;
/** Every reference leads into the image itself, or holds a picture. */
const OUTSIDE = /href="(?!#|data:image\/(png|jpeg|gif);base64,)|url\((?!["']?#|&quot;#)|javascript:/i;

describe.skipIf(!hasCorpora())("the images of the corpora", () => {
  const files = hasCorpora() ? corpusFiles(...CATEGORIES) : [];

  it.each(files)("$category/$file: $expect", async (file) => {
    const outcome = await outcomeOf(file);
    const verdict = allowed(file.expect);
    if (outcome instanceof AppError) {
      expect(verdict, outcome.message).not.toBe("kept");
      expect(REFUSALS).toContain(outcome.status);
      expect(outcome.params.errors?.[0]?.pointer).toBe("file");
      return;
    }
    expect(verdict).not.toBe("refused");
    const again = await cleanIcon(outcome.bytes);
    expect(Buffer.from(again.bytes).equals(outcome.bytes)).toBe(true);
    if (outcome.contentType !== "image/svg+xml") return;
    const text = Buffer.from(outcome.bytes).toString("utf8");
    expect(text).not.toMatch(ACTIVE);
    expect(text).not.toMatch(OUTSIDE);
  });
});
