import { getTranslations } from "next-intl/server";
import { CampaignReportPage } from "@/app/(console)/campaigns/report-page";

export async function generateMetadata() {
  return { title: (await getTranslations("report"))("title") };
}

export default async function StreakReportPage({ params, searchParams }: PageProps<"/streaks/[id]/report">) {
  return <CampaignReportPage slug="streak" id={(await params).id} searchParams={searchParams} />;
}
