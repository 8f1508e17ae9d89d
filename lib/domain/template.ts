import { goesOn } from "./abbreviations";
import { remember } from "./remember";

/**
 * Marketers' texts with variables: `{{rewardValidTill}}`, also spelled `<<rewardValidTill>>`. Plain text, strict: it is
 * never ICU MessageFormat and never HTML (DOMAIN 5).
 */
export const TEMPLATE_VARIABLES = ["rewardValidTill"] as const;
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];
export type TemplateValues = Partial<Record<TemplateVariable, string>>;

export const DEFAULT_REWARD_INSTRUCTION =
  "Use the offer code at checkout to redeem your reward! Valid till {{rewardValidTill}}.";

const PLACEHOLDER = /\{\{([^{}]*)\}\}|<<([^<>]*)>>/g;

/** Names used in a text that are no variables, each with the nearest name there is. Empty: the text may be saved. */
export function unknownVariables(text: string): { name: string; nearest: TemplateVariable }[] {
  return placeholders(text)
    .filter(({ name }) => !isVariable(name))
    .map(({ name }) => ({ name, nearest: nearestVariable(name) }));
}

/**
 * Fills the variables in. A sentence that holds a variable without a value is left out whole; sentences are told by
 * the rules of `locale` (BCP 47, already resolved to one that exists).
 */
export function renderTemplate(text: string, values: TemplateValues, locale: string): string {
  const isFilled = (part: string) =>
    placeholders(part).every(({ name }) => !isVariable(name) || values[name] !== undefined);
  const kept = isFilled(text) ? text : sentencesOf(text, locale).filter(isFilled).join("");
  return kept
    .replace(PLACEHOLDER, (whole, braces?: string, angles?: string) => {
      const name = (braces ?? angles ?? "").trim();
      return isVariable(name) ? (values[name] ?? "") : whole;
    })
    .trim();
}

/**
 * An instant as `{{rewardValidTill}}` shows it: the locale's short date and time with seconds, in the reader's zone
 * (`4/10/2026, 9:15:38 PM` for en-US).
 */
export function formatValidTill(at: number, locale: string, zone: string): string {
  return shortDateTime(`${locale} ${zone}`).format(at).replaceAll("\u202f", " ");
}

// Making one of Intl's costs a hundred times more than using it.
const shortDateTime = remember(1000, (key) => {
  const [locale, timeZone] = key.split(" ");
  const date = { year: "numeric", month: "numeric", day: "numeric" } as const;
  return new Intl.DateTimeFormat(locale, { timeZone, ...date, hour: "numeric", minute: "numeric", second: "numeric" });
});
const sentences = remember(200, (locale) => new Intl.Segmenter(locale, { granularity: "sentence" }));

function placeholders(text: string): { name: string }[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({ name: (match[1] ?? match[2] ?? "").trim() }));
}

/**
 * Thai writes no full stop: a space between two of its words parts clauses and sentences, and Intl knows of none. The
 * space goes with what stands before it, as in all other sentences. One beside a variable parts nothing.
 */
const THAI_PAUSE = /(?<=\p{Script=Thai} +)(?=\p{Script=Thai})/u;

/**
 * Placeholders are masked while sentences are told apart: nothing in them ends one, and as capitals they may begin one.
 * What Intl parts at an abbreviation is one sentence.
 */
function sentencesOf(text: string, locale: string): string[] {
  const masked = text.replace(PLACEHOLDER, (whole) => "X".repeat(whole.length));
  const parts = [...sentences(locale).segment(masked)].flatMap(({ segment }) => segment.split(THAI_PAUSE));
  const whole: string[] = [];
  let start = 0;
  for (const { length } of parts) {
    const part = text.slice(start, start + length);
    const before = whole.at(-1);
    if (before !== undefined && goesOn(before, part, locale)) whole[whole.length - 1] = before + part;
    else whole.push(part);
    start += length;
  }
  return whole;
}

function isVariable(name: string): name is TemplateVariable {
  return (TEMPLATE_VARIABLES as readonly string[]).includes(name);
}

function nearestVariable(name: string): TemplateVariable {
  const ranked = [...TEMPLATE_VARIABLES].sort((a, b) => editDistance(name, a) - editDistance(name, b));
  return ranked[0] ?? TEMPLATE_VARIABLES[0];
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [line, char] of [...a].entries()) {
    const next = [line + 1];
    for (let column = 1; column <= b.length; column++) {
      const replace = (row[column - 1] ?? 0) + (char === b[column - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
