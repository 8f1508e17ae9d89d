import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { memberOrNotFound } from "@/app/(console)/members/member-or-not-found";
import { progressOrNotFound } from "@/app/(console)/members/progress-or-not-found";
import { Prefetched } from "@/app/data/prefetched";
import { TimelinePage } from "@/components/console/timeline/timeline-page";
import { loadTimelineState, timelineQuery } from "@/components/console/timeline/timeline-state";
import { consoleContext } from "@/lib/auth/session";
import { PARENT_SLUGS } from "@/lib/domain/record";

export async function generateMetadata() {
  return { title: (await getTranslations("timeline"))("title") };
}

export default async function TimelineOfMemberPage({
  params,
  searchParams,
}: PageProps<"/members/[id]/[kind]/[progress]">) {
  const context = await consoleContext();
  const { id, kind: place, progress } = await params;
  const kind = PARENT_SLUGS.find((slug) => place === `${slug}s`) ?? notFound();
  const { id: member } = await memberOrNotFound(context, id);
  await progressOrNotFound(context, kind, member, progress);
  const { after } = loadTimelineState(await searchParams);
  const reads = [
    { noun: "member", query: `?id=${member}` },
    { noun: "timeline", query: timelineQuery({ kind, member, progress, after }) },
  ];
  return (
    <Prefetched context={context} reads={reads}>
      <TimelinePage kind={kind} member={member} progress={progress} />
    </Prefetched>
  );
}
