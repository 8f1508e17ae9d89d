import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORPORA_DIR } from "@/scripts/corpora";

const TENTH = 10;

/**
 * Strings that break software, from corpora/strings: every tenth entry of each file, or with CORPORA=all all of them.
 * An entry may be one text in several forms: then a tenth has one of them, each in its turn.
 */
export function oddStrings(): string[] {
  const folder = join(CORPORA_DIR, "strings");
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const entries = files.map((file): unknown[] => JSON.parse(readFileSync(join(folder, file), "utf8")));
  if (process.env["CORPORA"] === "all") return distinct(entries.flat().flatMap(formsOf));
  const forms = entries.flatMap(everyTenth).map(formsOf);
  return distinct(forms.flatMap((texts, position) => texts[position % texts.length] ?? []));
}

function everyTenth(entries: unknown[]): unknown[] {
  return entries.filter((_, position) => position % TENTH === 0);
}

/** The strings of an entry: itself, or those among its values. */
function formsOf(entry: unknown): string[] {
  if (typeof entry === "string") return [entry];
  const values = typeof entry === "object" && entry !== null ? Object.values(entry) : [];
  return values.filter((value) => typeof value === "string");
}

function distinct(strings: string[]): string[] {
  return [...new Set(strings)];
}

/** How many code points a text may have. */
export type Lengths = readonly [least: number, most: number];

/** What docs/localization.md and DOMAIN 2 say of a text: so many code points, and no NUL or half a surrogate pair. */
export function fits(text: string, [least, most]: Lengths): boolean {
  const { length } = [...text];
  return length >= least && length <= most && text.isWellFormed() && !text.includes("\0");
}

/** Whether a text has something in it that looks like a variable of an instruction, right or wrong. */
export function mentionsVariable(text: string): boolean {
  return /\{\{[^{}]*\}\}|<<[^<>]*>>/.test(text);
}
