import { z } from "zod";

const MAX_DAYS = 3660;

/** The range of a report: its first and last day, in the program's zone. */
export const reportRange = z
  .strictObject({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, { error: "must not be before from", path: ["to"] })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MAX_DAYS * 86_400_000, {
    error: `must be at most ${MAX_DAYS} days after from`,
    path: ["to"],
  });
