import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { CORPORA_DIR } from "@/scripts/corpora";

/** A file of the corpora, and what its line of the manifest expects of it. */
export interface CorpusFile {
  category: string;
  file: string;
  expect: string;
}

const TENTH = 10;

/** The images of some folders: of each kind of expectation every tenth, or with CORPORA=all all of them. */
export function corpusFiles(...categories: string[]): CorpusFile[] {
  const rows = readCsv<CorpusFile>("manifest.csv").filter(({ category }) => categories.includes(category));
  if (process.env["CORPORA"] === "all") return rows;
  const strata = Map.groupBy(rows, ({ category, expect }) => `${category} ${expect}`);
  return [...strata.values()].flatMap((stratum) => stratum.filter((_, position) => position % TENTH === 0));
}

export function readCorpusFile({ category, file }: Pick<CorpusFile, "category" | "file">): Uint8Array {
  return readFileSync(corpusPath({ category, file }));
}

export function corpusPath({ category, file }: Pick<CorpusFile, "category" | "file">): string {
  return join(CORPORA_DIR, category, file);
}

/** What a browser was seen to do with an attack that nothing guards. */
export interface Control {
  file: string;
  dialogs: number;
  outsideRequests: number;
  navigatedAway: number;
  outcome: string;
}

export function readControl(mode: "document" | "inline"): Map<string, Control> {
  const rows = readCsv<Record<keyof Control, string>>(`svg-attacks-chromium-${mode}.csv`);
  return new Map(
    rows.map(({ file, dialogs, outsideRequests, navigatedAway, outcome }) => [
      file,
      {
        file,
        dialogs: Number(dialogs),
        outsideRequests: Number(outsideRequests),
        navigatedAway: Number(navigatedAway),
        outcome,
      },
    ]),
  );
}

function readCsv<Row>(name: string): Row[] {
  return parse(readFileSync(join(CORPORA_DIR, name)), { columns: true }) as Row[];
}
