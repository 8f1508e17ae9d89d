"use client";

import { useTranslations } from "next-intl";
import { DayRange } from "@/components/console/lists/day-range";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { type Days, REPORT_PRESETS, type ReportPreset } from "@/lib/domain/report-range";

interface RangeBarProps {
  state: { range: ReportPreset; from: string | null; to: string | null };
  /** The days that it comes to. */
  days: Days;
  timeZone: string;
  change: (state: { range: ReportPreset | null; from: string | null; to: string | null }) => void;
}

/** Of which days a report tells: some up to today, or any. The zone of the days is named. */
export function RangeBar({ state, days, timeZone, change }: RangeBarProps) {
  const t = useTranslations("report");
  const own = state.from !== null || state.to !== null;
  // Of the address, which holds a choice at once: the report's days are those of the last answer.
  const choose = (patch: Partial<RangeBarProps["state"]>) =>
    change({ from: state.from ?? days.from, to: state.to ?? days.to, ...patch, range: null });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SegmentedControl<ReportPreset | "own">
        label={t("range")}
        value={own ? "own" : state.range}
        onChange={(range) => (range === "own" ? choose({}) : change({ range, from: null, to: null }))}
        choices={[
          ...REPORT_PRESETS.map((value) => ({ value, label: t(`ranges.${value}`) })),
          { value: "own" as const, label: t("ranges.own") },
        ]}
      />
      <DayRange from={days.from} to={days.to} change={choose} zone={t("zone", { zone: timeZone })} />
    </div>
  );
}
