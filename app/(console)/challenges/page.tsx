import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { CampaignList } from "@/components/console/campaigns/campaign-list";
import { campaignListQuery, loadCampaignList } from "@/components/console/campaigns/campaign-list-state";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("challenges"))("title") };
}

export default async function ChallengesPage({ searchParams }: PageProps<"/challenges">) {
  const context = await consoleContext();
  const query = campaignListQuery(loadCampaignList(await searchParams));
  return (
    <Prefetched context={context} reads={[{ noun: "challenges", query }]}>
      <CampaignList noun="challenges" />
    </Prefetched>
  );
}
