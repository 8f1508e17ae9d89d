import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { MilestoneList } from "@/components/console/milestones/milestone-list";
import { loadMilestoneList, milestoneListQuery } from "@/components/console/milestones/milestone-list-state";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("milestones"))("title") };
}

export default async function MilestonesPage({ searchParams }: PageProps<"/milestones">) {
  const context = await consoleContext();
  const query = milestoneListQuery(loadMilestoneList(await searchParams));
  return (
    <Prefetched context={context} reads={[{ noun: "milestones", query }]}>
      <MilestoneList />
    </Prefetched>
  );
}
