"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Time } from "@/components/console/lists/time";
import { Icon } from "@/components/ui/icon";
import type { Status } from "@/lib/domain/record";
import type { TimelineView } from "./timeline-view";

/** What else kept activity from counting, or will: pauses, the end of the schedule, a campaign that is gone. */
export function ProgressNotes({ view, memberStatus }: { view: TimelineView; memberStatus: Status }) {
  const t = useTranslations("timeline");
  const { kind, status, parent, pauses, brokenBy, neededNext, window } = view;
  const zone = (brokenBy?.missedPeriod ?? neededNext ?? window)?.timeZone;
  const at = (instant: string) => () => <Time at={instant} timeZone={zone} />;
  const notes: [string, ReactNode][] = [];
  for (const who of ["parent", "member"] as const) {
    const pause = pauses[who];
    if (!pause) continue;
    const bounds = { from: at(pause.from), to: at(pause.to ?? pause.from), kind, lasting: String(pause.to === null) };
    notes.push([`paused-${who}`, t.rich(`paused.${who}`, bounds)]);
  }
  const decidedAt = brokenBy?.brokenAt ?? neededNext?.dueAt;
  if (parent?.endsAt && decidedAt && parent.endsAt < decidedAt)
    notes.push(["ends", t.rich("scheduleEnds", { at: at(parent.endsAt) })]);
  if (status === "in_progress") {
    if (!parent) notes.push(["deleted", t("parentDeleted", { kind })]);
    else if (parent.status !== "live") notes.push(["parent", t("parentNotLive", { kind })]);
    if (memberStatus !== "live") notes.push(["member", t("memberNotLive")]);
  }
  if (notes.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {notes.map(([id, note]) => (
        <li key={id} className="flex items-start gap-2">
          <Icon name="warning" className="mt-0.5 text-warning" />
          <span className="min-w-0">{note}</span>
        </li>
      ))}
    </ul>
  );
}
