import { getTranslations } from "next-intl/server";
import { CampaignPage } from "@/app/(console)/campaigns/campaign-page";

export async function generateMetadata() {
  return { title: (await getTranslations("challenges"))("one") };
}

export default async function ChallengePage({ params }: PageProps<"/challenges/[id]">) {
  return <CampaignPage slug="challenge" id={(await params).id} />;
}
