import { getTranslations } from "next-intl/server";
import { CampaignPage } from "@/app/(console)/campaigns/campaign-page";

export async function generateMetadata() {
  return { title: (await getTranslations("challenges"))("create") };
}

export default function NewChallengePage() {
  return <CampaignPage slug="challenge" id={null} />;
}
