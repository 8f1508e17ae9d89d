"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { WindowPeriod } from "@/lib/domain/period";
import type { NamedPeriod } from "./timeline-view";

const DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
const DAY_OF_WEEK = { day: "numeric", month: "short", timeZone: "UTC" } as const;
const LAST_DAY = { ...DAY_OF_WEEK, year: "numeric" } as const;
const MONTH = { month: "long", year: "numeric", timeZone: "UTC" } as const;

/** Names periods as a calendar would: a day with its weekday, a week by its days, a month; "" for all time. */
export function usePeriodName(period: WindowPeriod): (named: Pick<NamedPeriod, "firstDay" | "lastDay">) => string {
  const t = useTranslations("timeline");
  const format = useFormatter();
  return ({ firstDay, lastDay }) => {
    if (firstDay === null || lastDay === null) return "";
    const [first, last] = [new Date(firstDay), new Date(lastDay)];
    // No range of Intl's: browsers and the server set different spaces in it.
    if (period === "weekly")
      return t("week", {
        first: format.dateTime(first, first.getUTCFullYear() === last.getUTCFullYear() ? DAY_OF_WEEK : LAST_DAY),
        last: format.dateTime(last, LAST_DAY),
      });
    return format.dateTime(first, period === "monthly" ? MONTH : DAY);
  };
}
