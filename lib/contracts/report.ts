import { z } from "zod";
import { MEMBER_SETS } from "@/lib/domain/member-set";
import { MAX_REPORT_DAYS } from "@/lib/domain/report-range";
import { uuid } from "./fields";

/** The range of a report: its first and last day, in the program's zone. */
export const reportRange = z
  .strictObject({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, { error: "must not be before from", path: ["to"] })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= MAX_REPORT_DAYS * 86_400_000, {
    error: `must be at most ${MAX_REPORT_DAYS} days after from`,
    path: ["to"],
  });

const [ENROLLED, ACTIVE, REACHED, MISSED] = MEMBER_SETS;

/** Which members' number of a report somebody asks about. */
export const memberSet = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal(ENROLLED) }),
  z.strictObject({ of: z.literal(ACTIVE) }),
  z.strictObject({ of: z.literal(REACHED), milestoneId: uuid }),
  z.strictObject({ of: z.literal(MISSED), milestoneId: uuid, before: uuid.nullable() }),
]);

/** The tables of a report that can be downloaded. */
export const REPORT_TABLES = ["funnel", "rewards"] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];
