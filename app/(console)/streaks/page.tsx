import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { CampaignList } from "@/components/console/campaigns/campaign-list";
import { campaignListQuery, loadCampaignList } from "@/components/console/campaigns/campaign-list-state";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("streaks"))("title") };
}

export default async function StreaksPage({ searchParams }: PageProps<"/streaks">) {
  const context = await consoleContext();
  const query = campaignListQuery(loadCampaignList(await searchParams));
  return (
    <Prefetched context={context} reads={[{ noun: "streaks", query }]}>
      <CampaignList noun="streaks" />
    </Prefetched>
  );
}
