import { z } from "zod";

/** A query parameter that is a whole number, `fallback` when it is not given. */
export function pageNumber(least: number, most: number, fallback: number) {
  return z
    .string()
    .transform((value) => (/^\d{1,9}$/.test(value) ? Number(value) : Number.NaN))
    .refine((value) => value >= least && value <= most, { error: `must be a whole number from ${least} to ${most}` })
    .default(fallback);
}
