import { getTranslations } from "next-intl/server";
import { CampaignPage } from "@/app/(console)/campaigns/campaign-page";

export async function generateMetadata() {
  return { title: (await getTranslations("streaks"))("one") };
}

export default async function StreakPage({ params }: PageProps<"/streaks/[id]">) {
  return <CampaignPage slug="streak" id={(await params).id} />;
}
