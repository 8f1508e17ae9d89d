import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DayField } from "@/components/ui/day-field";

interface DayRangeProps {
  from: string | null;
  to: string | null;
  change: (patch: { from: string | null } | { to: string | null }) => void;
  /** The zone of the days. */
  zone: ReactNode;
}

/** From one day to another, both within. */
export function DayRange({ from, to, change, zone }: DayRangeProps) {
  const t = useTranslations("lists");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <DayField label={t("from")} value={from} max={to ?? undefined} onChange={(day) => change({ from: day })} />
      <DayField label={t("to")} value={to} min={from ?? undefined} onChange={(day) => change({ to: day })} />
      <span className="text-muted text-xs">{zone}</span>
    </div>
  );
}
