import { getTranslations } from "next-intl/server";
import { CampaignPage } from "@/app/(console)/campaigns/campaign-page";

export async function generateMetadata() {
  return { title: (await getTranslations("streaks"))("create") };
}

export default function NewStreakPage() {
  return <CampaignPage slug="streak" id={null} />;
}
