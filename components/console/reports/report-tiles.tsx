"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { REWARD_STATES, type RewardState } from "@/lib/domain/reward-state";
import type { ReportLinks, ReportView } from "./report-view";

/** The numbers that sum a report up, each the way to its rows. */
export function ReportTiles({ report, links }: { report: ReportView; links: ReportLinks }) {
  const t = useTranslations("report");
  const tStates = useTranslations("states");
  const sum = (state: RewardState) => report.overTime.reduce((total, { states }) => total + states[state], 0);
  const tiles = [
    { id: "enrolled", label: t("enrolled"), value: report.enrolled, href: links.members({ of: "enrolled" }) },
    { id: "active", label: t("active"), value: report.active, href: links.members({ of: "active" }) },
    ...REWARD_STATES.map((state) => ({
      id: state,
      label: t("rewardsIn", { state: tStates(state) }),
      value: sum(state),
      href: links.rewards({ state }),
    })),
  ];
  return (
    <ul aria-label={t("summary")} className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
      {tiles.map(({ id, ...tile }) => (
        <li key={id} className="flex min-w-0">
          <Tile {...tile} hint={id === "enrolled" ? t("enrolledHint") : t("inRange")} />
        </li>
      ))}
    </ul>
  );
}

function Tile({ label, value, href, hint }: { label: string; value: number; href: string; hint: string }) {
  const format = useFormatter();
  const content = (
    <>
      <span className="wrap-anywhere text-muted text-sm">{label}</span>
      <span className="font-semibold text-2xl tabular-nums tracking-tight">{format.number(value)}</span>
      <span className="text-muted text-xs">{hint}</span>
    </>
  );
  const look = "flex min-w-0 flex-1 flex-col gap-1 rounded-lg border border-border bg-surface p-4";
  if (value === 0) return <div className={look}>{content}</div>;
  return (
    <Link href={href} prefetch={false} className={`${look} hover:bg-surface-hover`}>
      {content}
    </Link>
  );
}
