import type { z } from "zod";
import { AppError, type FieldError } from "@/lib/errors";

/** An answer must not be many times as long as what it answers. */
const MAX_ERRORS = 50;
const MAX_NAMED = 5;

/**
 * Reads outside input by its contract.
 * @throws AppError `invalid_request` with an entry for each wrong field (50 at most), its JSON pointer and how to mend it
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, MAX_ERRORS).flatMap(toFieldErrors).slice(0, MAX_ERRORS);
  const named = errors.slice(0, MAX_NAMED).map(({ pointer, message }) => `${pointer || "The body"} ${message}`);
  throw new AppError("invalid_request", { detail: `${named.join("; ")}.`, errors });
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.slice(0, MAX_ERRORS).map((key) => ({
      pointer: pointerOf([...issue.path, key]),
      code: "unknown_field",
      message: "is not a field of this record",
    }));
  return [{ pointer: pointerOf(issue.path), code: codeOf(issue), message: messageOf(issue) }];
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (isMissing(issue)) return "required";
  return issue.code === "custom" || issue.code === "invalid_format" ? "invalid_value" : issue.code;
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (isMissing(issue)) return "is required";
  if (issue.code === "invalid_type" && issue.message.startsWith("Invalid input: expected "))
    return `must be of type ${issue.expected}`;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "too_small") return `must be at least ${issue.minimum}`;
  if (issue.code === "too_big") return `must be at most ${issue.maximum}`;
  return issue.message;
}

/** zod tells a missing key from a wrong type only by the input, which it reports when asked to. */
function isMissing(issue: z.core.$ZodIssue): boolean {
  return (
    "input" in issue && issue.input === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value")
  );
}
