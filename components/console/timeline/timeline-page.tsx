"use client";

import { useTranslations } from "next-intl";
import { Paging } from "@/components/console/lists/paging";
import { isStalePage, ReadFailure } from "@/components/console/lists/read-failure";
import { type MemberView, memberName } from "@/components/console/members/member-row";
import { ProgressBadge } from "@/components/console/members/progress-badge";
import { useAmount } from "@/components/console/use-amount";
import { buttonClasses } from "@/components/ui/button-classes";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { ListSkeleton } from "@/components/ui/list-table";
import { PageHeader } from "@/components/ui/page-header";
import { useListState } from "@/lib/client/use-list-state";
import { ReadError, useRead } from "@/lib/client/use-read";
import type { ParentSlug } from "@/lib/domain/record";
import { PeriodEntry } from "./period-entry";
import { ProgressAnswer } from "./progress-answer";
import { ProgressNotes } from "./progress-notes";
import { timelineQuery, timelineState } from "./timeline-state";
import type { TimelineView } from "./timeline-view";

interface TimelinePageProps {
  kind: ParentSlug;
  member: string;
  progress: string;
}

/** A member's run or window: why it stands as it does, in one sentence, and behind that its story, latest first. */
export function TimelinePage({ kind, member, progress }: TimelinePageProps) {
  const { state, change } = useListState(timelineState);
  const query = timelineQuery({ kind, member, progress, after: state.after });
  const { data: view, error, refetch, isPlaceholderData } = useRead<TimelineView>("timeline", query);
  const { data: person } = useRead<MemberView>("member", `?id=${member}`);
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6">
      {view && person ? <Header view={view} person={person} /> : null}
      {error instanceof ReadError && error.code === "merged" ? <Merged member={member} /> : null}
      {error && !(error instanceof ReadError && error.code === "merged") ? (
        <ReadFailure error={error} retry={() => (isStalePage(error, state.after) ? change({}) : void refetch())} />
      ) : null}
      {view && person && !error ? (
        <>
          <ProgressAnswer view={view}>
            <ProgressNotes view={view} memberStatus={person.status} />
          </ProgressAnswer>
          <Periods view={view} busy={isPlaceholderData} />
          <Paging after={state.after} next={view.nextCursor} goTo={(after) => change({ after })} />
        </>
      ) : null}
      {view || error ? null : <ListSkeleton />}
    </div>
  );
}

/** A late log joined the run to an earlier one, among the member's. */
function Merged({ member }: { member: string }) {
  const t = useTranslations("timeline");
  const tErrors = useTranslations("errors");
  return (
    <EmptyState
      title={t("mergedTitle")}
      action={
        <Link href={`/members/${member}`} className={buttonClasses({ kind: "secondary", size: "small" })}>
          {t("openMember")}
        </Link>
      }
    >
      {tErrors("merged")}
    </EmptyState>
  );
}

function Header({ view, person }: { view: TimelineView; person: MemberView }) {
  const t = useTranslations("timeline");
  const tMembers = useTranslations("members");
  const amount = useAmount();
  const { kind, parent, status, value } = view;
  const reached = parent
    ? tMembers("ofTarget", { value: amount(value), target: amount(parent.target) })
    : amount(value);
  return (
    <div className="flex flex-col gap-2">
      <PageHeader
        title={parent?.name ?? tMembers("deletedCampaign")}
        actions={
          parent ? (
            <Link href={`/${kind}s/${parent.id}`} className={buttonClasses({ kind: "secondary" })}>
              {t(`openParent.${kind}`)}
            </Link>
          ) : null
        }
      />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <ProgressBadge status={status} />
        <span className="tabular-nums">{reached}</span>
        <Link href={`/members/${person.id}`} className="wrap-anywhere rounded font-medium hover:underline">
          <bdi>{memberName(person)}</bdi>
        </Link>
      </p>
    </div>
  );
}

function Periods({ view, busy }: { view: TimelineView; busy: boolean }) {
  const t = useTranslations("timeline");
  return (
    <Card title={t("story")} intro={t("storyIntro")}>
      <ol aria-busy={busy} className={`flex flex-col transition-opacity ${busy ? "opacity-60" : ""}`}>
        {view.periods.map((period) => (
          <PeriodEntry key={period.periodKey} kind={view.period} period={period} />
        ))}
      </ol>
    </Card>
  );
}
