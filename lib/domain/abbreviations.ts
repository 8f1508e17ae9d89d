/** Abbreviations, of any language, behind which a sentence goes on. Those in small letters may begin with a capital. */
const GO_ON = [
  ...["Dr", "Dra", "Hr", "Mlle", "Mme", "Mr", "Mrs", "Ms", "Prof", "Sig", "Sr", "Sra", "Srta", "St", "Ste"],
  ...[
    "approx",
    "bzw",
    "ca",
    "d. h",
    "e. g",
    "exkl",
    "ggf",
    "i. e",
    "incl",
    "inkl",
    "nr",
    "p. ej",
    "u. a",
    "vs",
    "zzgl",
  ],
  // Parted in its middle as well.
  ...["z", "z. B"],
];
/** Those that end a sentence as often ("until 5 p.m.", "No."): it goes on where a number or a variable follows. */
const MAY_END = ["a. m", "etc", "no", "p. m", "usw"];

const ENDS_IN_GO_ON = endingIn(GO_ON);
const ENDS_IN_MAY_END = endingIn(MAY_END);
/** "J. Smith" */
const ENDS_IN_INITIAL = /(?<![\p{L}\p{M}\p{N}.'’])\p{Lu}\.[^\S\n\r]*$/u;
/** "3. Tag", but neither a year nor "31.12." */
const ENDS_IN_ORDINAL = /(?<![\p{L}\p{N}.,:])\d{1,2}\.[^\S\n\r]*$/u;
const NUMBER_OR_VARIABLE = /^(?:\p{Nd}|\{\{|<<)/u;

/**
 * Whether what Intl took for a sentence goes on in the next one: it ends in an abbreviation, in an initial or, in German,
 * in an ordinal. In doubt it does: better a sentence too little than half of one (DOMAIN 5).
 */
export function goesOn(sentence: string, next: string, locale: string): boolean {
  if (ENDS_IN_MAY_END.test(sentence)) return NUMBER_OR_VARIABLE.test(next);
  if (ENDS_IN_GO_ON.test(sentence) || ENDS_IN_INITIAL.test(sentence)) return true;
  return locale.split("-")[0] === "de" && ENDS_IN_ORDINAL.test(sentence);
}

/** "z. B" is also written "z.B", and "Z. B" where a sentence begins with it. */
function endingIn(abbreviations: readonly string[]): RegExp {
  const spellings = abbreviations.map((text) => {
    const [first = "", ...rest] = text;
    return `[${first}${first.toUpperCase()}]${rest.join("").replaceAll(". ", "\\.\\s?")}`;
  });
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}.'’])(?:${spellings.join("|")})\\.[^\\S\\n\\r]*$`, "u");
}
