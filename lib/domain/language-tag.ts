import { remember } from "./remember";

/** A well-formed BCP 47 tag in its canonical spelling (`fr-ca` is `fr-CA`, `iw` is `he`), else undefined. */
export function languageTag(value: string | null | undefined): string | undefined {
  return value ? canonical(value) : undefined;
}

const MOST_TAGS = 2000;
const canonical = remember(MOST_TAGS, (value) => {
  try {
    return Intl.getCanonicalLocales(value)[0];
  } catch {
    return undefined;
  }
});

const RIGHT_TO_LEFT_SCRIPTS: ReadonlySet<string> = new Set([
  "Adlm",
  "Arab",
  "Aran",
  "Hebr",
  "Mand",
  "Nkoo",
  "Rohg",
  "Samr",
  "Syrc",
  "Thaa",
]);

/** The direction in which the script of a language runs, by its likely script where the tag names none (`ckb`: Arabic). */
export const directionOfLanguage = remember(500, (tag): "ltr" | "rtl" => {
  const known = languageTag(tag);
  const script = known === undefined ? undefined : new Intl.Locale(known).maximize().script;
  return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? "rtl" : "ltr";
});

/** The languages of an Accept-Language header, most wanted first. */
export function acceptedLanguages(header: string | null): string[] {
  return (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find((text) => text !== undefined);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== "" && tag !== "*" && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
