import { getTranslations } from "next-intl/server";
import { CampaignReportPage } from "@/app/(console)/campaigns/report-page";

export async function generateMetadata() {
  return { title: (await getTranslations("report"))("title") };
}

export default async function ChallengeReportPage({ params, searchParams }: PageProps<"/challenges/[id]/report">) {
  return <CampaignReportPage slug="challenge" id={(await params).id} searchParams={searchParams} />;
}
