// What is wrong with a translated text: other arguments than the source's, plural forms that its language does not have
// or lacks, or no translation at all.

/** Texts that are the same in a language as in English, by right. */
const SAME = { de: ["challenge"] };

/** The arguments of an ICU message and the categories of each plural in it. */
export function messageShape(text) {
  const shape = { args: new Set(), plurals: [] };
  read(text, shape);
  return shape;
}

function read(text, shape) {
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "}") throw new SyntaxError(`} without its { in ${text}`);
    if (text[at] !== "{") continue;
    const end = closing(text, at);
    const [name, type, ...rest] = text.slice(at + 1, end).split(",");
    shape.args.add(name.trim());
    if (type?.trim() === "plural") readPlural(rest.join(","), shape);
    at = end;
  }
}

function readPlural(options, shape) {
  const categories = [];
  for (let at = options.search(/\S/); at >= 0 && at < options.length; ) {
    const open = options.indexOf("{", at);
    if (open < 0) break;
    const end = closing(options, open);
    categories.push(options.slice(at, open).trim());
    read(options.slice(open + 1, end), shape);
    const next = options.slice(end + 1).search(/\S/);
    at = next < 0 ? -1 : end + 1 + next;
  }
  shape.plurals.push(categories);
}

function closing(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return at;
  }
  throw new SyntaxError(`{ without its } in ${text}`);
}

/** Why a text is no good translation of its source; empty: it may be one. */
export function messageProblems({ locale, key, text, source }) {
  const [own, english] = [messageShape(text), messageShape(source)];
  const problems = [];
  const names = (shape) => [...shape.args].sort().join(", ");
  if (names(own) !== names(english)) problems.push(`has the arguments ${names(own)}, not ${names(english)}`);
  const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted().join(", ");
  for (const categories of own.plurals) {
    const found = categories.toSorted().join(", ");
    if (found !== wanted) problems.push(`has the plurals ${found}; ${locale} has ${wanted}`);
  }
  if (locale !== "en" && text === source && !SAME[locale]?.includes(key)) problems.push("is the English text");
  return problems;
}
