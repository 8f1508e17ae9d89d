import { notFound } from "next/navigation";
import { Prefetched } from "@/app/data/prefetched";
import { ReportPage } from "@/components/console/reports/report-page";
import { loadReport, reportQuery } from "@/components/console/reports/report-state";
import { consoleContext } from "@/lib/auth/session";
import type { ParentSlug } from "@/lib/domain/record";
import { AppError } from "@/lib/errors";
import { getChallenge } from "@/lib/services/challenges/get-challenge";
import { getStreak } from "@/lib/services/streaks/get-streak";
import { namedCampaign } from "./read";

interface CampaignReportPageProps {
  slug: ParentSlug;
  id: string;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The report of one streak or challenge. */
export async function CampaignReportPage({ slug, id, searchParams }: CampaignReportPageProps) {
  const context = await consoleContext();
  const query = reportQuery(slug, id, loadReport(await searchParams));
  try {
    namedCampaign(new URLSearchParams(query));
    await (slug === "streak" ? getStreak : getChallenge)(context, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
  return (
    <Prefetched context={context} reads={[{ noun: "report", query }]}>
      <ReportPage slug={slug} id={id} />
    </Prefetched>
  );
}
