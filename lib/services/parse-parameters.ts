import type { z } from "zod";
import { AppError } from "@/lib/errors";

interface Problem {
  parameter: string;
  message: string;
}

/**
 * Reads query parameters by their contract; those named in `repeatable` are read as arrays.
 * @throws AppError `invalid_request` that names each parameter that is wrong, unknown or given twice
 */
export function parseParameters<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  parameters: URLSearchParams,
  repeatable: readonly string[] = [],
): z.output<z.ZodObject<Shape>> {
  const names = [...new Set(parameters.keys())];
  const given = names.map((name) => [name, repeatable.includes(name) ? parameters.getAll(name) : parameters.get(name)]);
  const twice = names.filter((name) => !repeatable.includes(name) && parameters.getAll(name).length > 1);
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success && twice.length === 0) return parsed.data;
  const known = Object.keys(schema.shape).join(", ");
  const problems = [
    ...twice.map((parameter) => ({ parameter, message: "is given twice" })),
    ...(parsed.error?.issues ?? []).flatMap((issue) => problemsOf(issue, known)),
  ];
  throw new AppError("invalid_request", {
    detail: `${problems.map(({ parameter, message }) => `${parameter} ${message}`).join("; ")}.`,
    errors: problems.map(({ parameter, message }) => ({
      pointer: `?${parameter}`,
      code: "invalid_parameter",
      message: `${parameter} ${message}`,
    })),
  });
}

function problemsOf(issue: z.core.$ZodIssue, known: string): Problem[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((parameter) => ({ parameter, message: `is unknown; known are ${known}` }));
  return [{ parameter: String(issue.path[0]), message: issue.message }];
}
