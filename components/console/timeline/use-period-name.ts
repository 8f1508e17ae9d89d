"use client";

import { useFormatter } from "next-intl";
import type { WindowPeriod } from "@/lib/domain/period";
import type { NamedPeriod } from "./timeline-view";

const DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
const WEEK = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
const MONTH = { month: "long", year: "numeric", timeZone: "UTC" } as const;

/** Names periods as a calendar would: a day with its weekday, a week by its days, a month; "" for all time. */
export function usePeriodName(period: WindowPeriod): (named: Pick<NamedPeriod, "firstDay" | "lastDay">) => string {
  const format = useFormatter();
  return ({ firstDay, lastDay }) => {
    if (firstDay === null || lastDay === null) return "";
    const [first, last] = [new Date(firstDay), new Date(lastDay)];
    if (period === "weekly") return format.dateTimeRange(first, last, WEEK);
    return format.dateTime(first, period === "monthly" ? MONTH : DAY);
  };
}
