import { z } from "zod";
import { SEPARATORS } from "@/lib/domain/code-file";
import { isTimeZone, periodEnd, periodIndexAt } from "@/lib/domain/period";
import { instant, text, uuid } from "./fields";

const MAX_COLUMNS = 200;

const position = z.int().min(0).max(MAX_COLUMNS).optional();

/** How a file of codes is read; what a preview guessed, adjusted or not. */
const codeFileLayout = z
  .strictObject({
    separator: z.enum(SEPARATORS),
    hasHeader: z.boolean(),
    columns: z.strictObject({
      rewardId: position,
      memberExternalId: position,
      milestone: position,
      periodKey: position,
      couponCode: position,
      rewardExpiryAt: position,
    }),
  })
  .superRefine(({ columns }, context) => {
    const refuse = (column: string, message: string) =>
      context.addIssue({ code: "custom", path: ["columns", column], message });
    if (columns.couponCode === undefined) refuse("couponCode", "must name the column of the codes");
    const [byMember, byMilestone] = [columns.memberExternalId !== undefined, columns.milestone !== undefined];
    if (columns.rewardId !== undefined) return;
    if (byMember && !byMilestone) refuse("milestone", "must be given with memberExternalId");
    if (byMilestone && !byMember) refuse("memberExternalId", "must be given with milestone");
    if (columns.periodKey !== undefined && !byMember) refuse("periodKey", "needs memberExternalId and milestone");
  });

/**
 * An import of codes. `filters` (as of the list) says whose rewards codes are handed out to where rows name none;
 * `shareCodes` allows one code on several rewards, `replaceCodes` another code in the place of the one that is there.
 */
export const codeImport = z.strictObject({
  layout: codeFileLayout,
  filters: z.string().nullable().default(null),
  shareCodes: z.boolean().default(false),
  replaceCodes: z.boolean().default(false),
});

/** The cells of one row. */
export const codeCells = { couponCode: text(256), rewardId: uuid };

/** An expiry as people write it: a date with time and offset, or a day, which the reward is good for to its end in `zone`. */
export function readExpiry(value: string, zone: string): number | undefined {
  const at = instant.safeParse(value).data;
  if (at !== undefined) return at;
  const day = z.iso.date().safeParse(value).data;
  if (day === undefined || !isTimeZone(zone)) return undefined;
  // Noon of a day lies on that day in UTC, and its index is the same in every zone.
  const end = periodEnd("daily", periodIndexAt("daily", Date.parse(`${day}T12:00:00Z`), "UTC"), zone);
  return end === null ? undefined : instant.safeParse(new Date(end).toISOString()).data;
}
