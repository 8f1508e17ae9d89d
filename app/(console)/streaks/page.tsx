import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { StreakList } from "@/components/console/streaks/streak-list";
import { loadStreakList, streakListQuery } from "@/components/console/streaks/streak-list-state";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("streaks"))("title") };
}

export default async function StreaksPage({ searchParams }: PageProps<"/streaks">) {
  const context = await consoleContext();
  const query = streakListQuery(loadStreakList(await searchParams));
  return (
    <Prefetched context={context} reads={[{ noun: "streaks", query }]}>
      <StreakList />
    </Prefetched>
  );
}
