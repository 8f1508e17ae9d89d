import { z } from "zod";

/** What is wrong with one query parameter. */
export class Refusal extends Error {
  constructor(
    readonly parameter: string,
    message: string,
  ) {
    super(message);
  }
}

/** V8 tells a reviver how a value was written; TypeScript's library does not know it yet. */
export type SourceReviver = (key: string, value: unknown, context: { source?: string }) => unknown;

/**
 * Reads a query parameter that holds JSON.
 * @throws Refusal when it does not
 */
export function json(parameter: string, text: string, reviver?: SourceReviver): unknown {
  try {
    return JSON.parse(text, reviver as Parameters<typeof JSON.parse>[1]);
  } catch {
    throw new Refusal(parameter, "is not JSON");
  }
}

/** A query parameter that is a whole number, `fallback` when it is not given. */
export function pageNumber(least: number, most: number, fallback: number) {
  return z
    .string()
    .transform((value) => (/^\d{1,9}$/.test(value) ? Number(value) : Number.NaN))
    .refine((value) => value >= least && value <= most, { error: `must be a whole number from ${least} to ${most}` })
    .default(fallback);
}
