import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { MemberList } from "@/components/console/members/member-list";
import { loadMemberList, memberListQuery } from "@/components/console/members/member-list-state";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("members"))("title") };
}

export default async function MembersPage({ searchParams }: PageProps<"/members">) {
  const context = await consoleContext();
  const query = memberListQuery(loadMemberList(await searchParams));
  return (
    <Prefetched context={context} reads={[{ noun: "members", query }]}>
      <MemberList />
    </Prefetched>
  );
}
