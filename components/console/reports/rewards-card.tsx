"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, ListTable } from "@/components/ui/list-table";
import { Skeleton } from "@/components/ui/skeleton";
import type { ParentSlug } from "@/lib/domain/record";
import { REWARD_STATES } from "@/lib/domain/reward-state";
import { DownloadCsv, TableBehind } from "./behind-chart";
import { Count } from "./count";
import type { BucketView, ReportLinks, ReportView } from "./report-view";
import { useDayLabels } from "./use-day-labels";

/** The charting library is fetched here and nowhere else, once the page is there. */
const RewardsChart = dynamic(() => import("./rewards-chart"), {
  ssr: false,
  loading: () => <Skeleton className="h-72 w-full" />,
});

interface RewardsCardProps {
  slug: ParentSlug;
  id: string;
  report: ReportView;
  links: ReportLinks;
}

/** What has become of the rewards, by the days on which they were earned. */
export function RewardsCard({ slug, id, report, links }: RewardsCardProps) {
  const t = useTranslations("report");
  const { overTime, days } = report;
  const columns = useColumns(links);
  const none = overTime.every(({ states }) => Object.values(states).every((rewards) => rewards === 0));
  if (none)
    return (
      <Card title={t("overTime")}>
        <p className="text-muted">{t("noRewards")}</p>
      </Card>
    );
  return (
    <Card
      title={t("overTime")}
      intro={t("overTimeIntro")}
      actions={<DownloadCsv slug={slug} id={id} days={days} table="rewards" label={t("overTime")} />}
    >
      <RewardsChart report={report} links={links} />
      <TableBehind>
        <ListTable label={t("overTime")} columns={columns} rows={overTime} rowId={({ key }) => key} />
      </TableBehind>
    </Card>
  );
}

function useColumns(links: ReportLinks): Column<BucketView>[] {
  const t = useTranslations("report");
  const tStates = useTranslations("states");
  const labels = useDayLabels();
  return [
    { id: "days", label: t("earned"), cell: ({ days }) => labels.full(days) },
    ...REWARD_STATES.map(
      (state): Column<BucketView> => ({
        id: state,
        label: tStates(state),
        end: true,
        named: true,
        cell: ({ days, states }) => (
          <Count
            value={states[state]}
            href={links.rewards({ state, days })}
            label={t("rewardsOfDays", { count: states[state], state: tStates(state), days: labels.full(days) })}
          />
        ),
      }),
    ),
  ];
}
