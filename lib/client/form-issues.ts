import type { z } from "zod";

/** What is wrong with a field, for `formErrors.<rule>`; the rest are the values that its text names. */
export interface FieldIssue {
  /** The path of the field, with dots. */
  path: string;
  rule: string;
  values: Record<string, string | number>;
}

/** Reads what a contract found wrong. Contracts name their own rules by `params.rule`; zod's are told by their codes. */
export function fieldIssues(error: z.ZodError): FieldIssue[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String).join(".");
    return { path, ...ruleOf(issue) };
  });
}

function ruleOf(issue: z.core.$ZodIssue): Omit<FieldIssue, "path"> {
  if (issue.input === undefined || issue.input === null || issue.input === "") return rule("required");
  if (issue.code === "too_small") return rule("atLeast", { min: Number(issue.minimum) });
  if (issue.code === "too_big" && issue.origin === "array") return rule("tooMany", { max: Number(issue.maximum) });
  if (issue.code === "too_big") return rule("atMost", { max: Number(issue.maximum) });
  if (issue.code === "invalid_type" && issue.expected === "int") return rule("wholeNumber");
  if (issue.code === "invalid_value") return rule("required");
  if (issue.code === "invalid_format") return rule(issue.format);
  if (issue.code === "custom" && issue.params) {
    const { rule: name, ...values } = issue.params as { rule?: string } & Record<string, string | number>;
    if (name) return rule(name, values);
  }
  return rule("invalid");
}

function rule(name: string, values: Record<string, string | number> = {}): Omit<FieldIssue, "path"> {
  return { rule: name, values };
}

/** The path, with dots, that a JSON pointer of a server's answer means. */
export function pathOfPointer(pointer: string): string {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");
}

/**
 * The field of a form that a path of the wire belongs to, or null when the form has none: a list that is typed as one
 * text, or chosen in one group, is one field, whatever its entry.
 */
export function fieldOfPath(values: unknown, path: string): string | null {
  const found: string[] = [];
  let value = values;
  for (const part of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) break;
    if (Array.isArray(value) && !value.some((item) => typeof item === "object")) break;
    found.push(part);
    value = (value as Record<string, unknown>)[part];
  }
  return found.length > 0 ? found.join(".") : null;
}
