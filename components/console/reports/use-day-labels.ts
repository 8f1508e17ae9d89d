"use client";

import { useFormatter } from "next-intl";
import type { AggregationPeriod } from "@/lib/domain/period";
import type { Days } from "@/lib/domain/report-range";

/** A calendar day belongs to no zone: told in UTC it is the same everywhere. */
const DAY = { timeZone: "UTC", year: "numeric", month: "short", day: "numeric" } as const;
const SHORT = { timeZone: "UTC", month: "short", day: "numeric" } as const;
const MONTH = { timeZone: "UTC", month: "short", year: "numeric" } as const;

/** Server and browser may know different blanks for the same range of days. */
const BLANKS = /[\u2000-\u200a\u202f\u00a0]/g;

/** Says days: one, or from one to another, in full or as short as an axis needs it. */
export function useDayLabels() {
  const format = useFormatter();
  const range = ({ from, to }: Days) =>
    from === to ? format.dateTime(new Date(from), DAY) : format.dateTimeRange(new Date(from), new Date(to), DAY);
  return {
    full: (days: Days) => range(days).replace(BLANKS, " "),
    short: ({ from }: Days, period: AggregationPeriod) =>
      format.dateTime(new Date(from), period === "monthly" ? MONTH : SHORT),
  };
}
