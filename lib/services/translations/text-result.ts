/** Why a text is not taken. The console has a text for each. */
const TEXT_PROBLEMS = [
  "csv_broken",
  "record_not_found",
  "field_unknown",
  "text_repeated",
  "source_changed",
  "unknown_variable",
  "text_too_long",
  "text_invalid",
  "too_many_languages",
] as const;
type TextProblemCode = (typeof TEXT_PROBLEMS)[number];

interface Params {
  line?: number;
  /** What the text is to be translated from by now. */
  source?: string;
  /** An unknown variable, and the nearest that there is. */
  name?: string;
  nearest?: string;
  /** Characters, or languages, at most. */
  max?: number;
}

export interface TextProblem {
  code: TextProblemCode;
  column: "id" | "field" | "source" | "translation" | null;
  value: string;
  params: Params;
  message: string;
}

/** What became of a text. `skipped`: no translation was given. */
export interface TextResult {
  line: number;
  slug: string;
  id: string;
  field: string;
  /** What its record is called; null where there is none. */
  name: string | null;
  /** As the file says. */
  source: string;
  /** What the translation said, null for none, and what the file says. */
  before: string | null;
  after: string;
  outcome: "changed" | "unchanged" | "skipped" | "failed";
  problem: TextProblem | null;
}

const MESSAGES: Readonly<Record<TextProblemCode, string>> = {
  csv_broken: "A quote is opened here and never closed, so the rest of the file was not read.",
  record_not_found: "There is no such streak, challenge or milestone: slug and id must stay as they went out.",
  field_unknown: "This is no text that has translations.",
  text_repeated: "Line {line} has the same text already.",
  source_changed: "The text has changed since it went out: it says now: {source}",
  unknown_variable: "There is no variable {{{name}}}: did you mean {{{nearest}}}?",
  text_too_long: "The translation must be at most {max} characters.",
  text_invalid: "The translation holds characters that cannot be stored.",
  too_many_languages: "There are {max} languages already, as many as a record may have: remove one first.",
};

export function textProblem(
  code: TextProblemCode,
  { column = null, value = "", ...params }: Partial<Pick<TextProblem, "column" | "value">> & Params,
): TextProblem {
  const message = MESSAGES[code].replace(/\{(line|source|name|nearest|max)\}/g, (_, name: keyof Params) =>
    String(params[name] ?? ""),
  );
  return { code, column, value, params, message };
}
