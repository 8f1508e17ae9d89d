"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { CampaignTabs } from "@/components/console/campaigns/campaign-tabs";
import { ReadFailure } from "@/components/console/lists/read-failure";
import { StatusBadge } from "@/components/console/lists/status-badge";
import { buttonClasses } from "@/components/ui/button-classes";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { ListSkeleton } from "@/components/ui/list-table";
import { useRead } from "@/lib/client/use-read";
import type { ParentSlug } from "@/lib/domain/record";
import { FunnelCard } from "./funnel-card";
import { RangeBar } from "./range-bar";
import { reportQuery, reportState } from "./report-state";
import { ReportTiles } from "./report-tiles";
import { type ReportView, reportLinks } from "./report-view";
import { RewardsCard } from "./rewards-card";

/** How one streak or challenge does, in the days that the address names. */
export function ReportPage({ slug, id }: { slug: ParentSlug; id: string }) {
  const tNoun = useTranslations(slug === "streak" ? "streaks" : "challenges");
  const [state, setState] = useQueryStates(reportState, { history: "push" });
  const {
    data: report,
    error,
    isPlaceholderData,
    refetch,
  } = useRead<ReportView>("report", reportQuery(slug, id, state));
  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6">
      <div className="flex min-w-0 flex-wrap items-center gap-3">
        <h1 className="wrap-anywhere min-w-0 font-semibold text-2xl tracking-tight">
          <bdi>{report?.name ?? tNoun("one")}</bdi>
        </h1>
        {report ? <StatusBadge status={report.status} /> : null}
      </div>
      <CampaignTabs slug={slug} id={id} />
      {error && !report ? <ReadFailure error={error} retry={() => void refetch()} /> : null}
      {!report && !error ? <ListSkeleton /> : null}
      {report ? (
        <>
          <RangeBar
            state={state}
            days={report.days}
            timeZone={report.timeZone}
            change={(patch) => void setState(patch)}
          />
          <div
            aria-busy={isPlaceholderData}
            className={`flex flex-col gap-6 transition-opacity motion-reduce:transition-none ${isPlaceholderData ? "opacity-60" : ""}`}
          >
            <Numbers slug={slug} id={id} report={report} />
          </div>
        </>
      ) : null}
    </div>
  );
}

function Numbers({ slug, id, report }: { slug: ParentSlug; id: string; report: ReportView }) {
  const t = useTranslations("report");
  const links = reportLinks(slug, id, report.days);
  const rewards = report.overTime.flatMap(({ states }) => Object.values(states)).reduce((sum, one) => sum + one, 0);
  if (report.enrolled + report.active + rewards === 0)
    return (
      <EmptyState
        title={t("emptyTitle")}
        action={
          <Link href={`/${slug}s/${id}`} className={buttonClasses({ kind: "secondary", size: "small" })}>
            {t("emptyAction")}
          </Link>
        }
      >
        {t(report.status === "live" ? "emptyLive" : "emptyOther")}
      </EmptyState>
    );
  return (
    <>
      <ReportTiles report={report} links={links} />
      <FunnelCard slug={slug} id={id} report={report} links={links} />
      <RewardsCard slug={slug} id={id} report={report} links={links} />
    </>
  );
}
