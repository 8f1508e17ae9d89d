/** A well-formed BCP 47 tag in its canonical spelling (`fr-ca` is `fr-CA`, `iw` is `he`), else undefined. */
export function languageTag(value: string | null | undefined): string | undefined {
  if (!value) return undefined;
  try {
    return Intl.getCanonicalLocales(value)[0];
  } catch {
    return undefined;
  }
}

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
export function directionOfLanguage(tag: string): "ltr" | "rtl" {
  const canonical = languageTag(tag);
  const script = canonical === undefined ? undefined : new Intl.Locale(canonical).maximize().script;
  return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? "rtl" : "ltr";
}
