import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { ChallengeList } from "@/components/console/challenges/challenge-list";
import { challengeListQuery, loadChallengeList } from "@/components/console/challenges/challenge-list-state";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("challenges"))("title") };
}

export default async function ChallengesPage({ searchParams }: PageProps<"/challenges">) {
  const context = await consoleContext();
  const query = challengeListQuery(loadChallengeList(await searchParams));
  return (
    <Prefetched context={context} reads={[{ noun: "challenges", query }]}>
      <ChallengeList />
    </Prefetched>
  );
}
