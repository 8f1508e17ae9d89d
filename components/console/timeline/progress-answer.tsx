"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Time } from "@/components/console/lists/time";
import { useAmount } from "@/components/console/use-amount";
import { Card } from "@/components/ui/card";
import type { PeriodTask, RunBreakView, TimelineView } from "./timeline-view";
import { usePeriodName } from "./use-period-name";

interface ProgressAnswerProps {
  view: TimelineView;
  /** What else has to do with it. */
  children: ReactNode;
}

/** Why it broke, or what keeps it going: in one sentence that names the local day and the zone. */
export function ProgressAnswer({ view, children }: ProgressAnswerProps) {
  const t = useTranslations("timeline");
  return (
    <Card title={t(`questions.${view.status}`, { kind: view.kind })}>
      <p className="max-w-prose text-base">
        <Sentence view={view} />
      </p>
      {children}
    </Card>
  );
}

function Sentence({ view }: { view: TimelineView }): ReactNode {
  const { kind, status, brokenBy, neededNext } = view;
  if (kind === "challenge") return <WindowSentence view={view} />;
  if (status === "broken" && brokenBy) return <BreakSentence view={view} brokenBy={brokenBy} />;
  if (status === "in_progress" && neededNext) return <NeedSentence view={view} needed={neededNext} />;
  return <CompletedSentence view={view} />;
}

/** Marks of a sentence: what matters in it, and a moment told in a zone. */
function marks(zone: string, at: string | null) {
  return {
    b: (chunks: ReactNode) => <strong className="font-semibold">{chunks}</strong>,
    at: () => (at ? <Time at={at} timeZone={zone} /> : null),
  };
}

/** "on Saturday, April 11, 2026", and how much was logged then. */
function useTold({ period }: TimelineView) {
  const t = useTranslations("timeline");
  const amount = useAmount();
  const nameOf = usePeriodName(period);
  return {
    when: (named: Parameters<typeof nameOf>[0]) => t(`when.${period}`, { name: nameOf(named) }),
    logged: ({ value, targetValue }: Pick<PeriodTask, "value" | "targetValue">) =>
      value === 0 ? t("loggedNothing") : t("loggedSome", { value: amount(value), target: amount(targetValue) }),
    missing: ({ value, targetValue }: Pick<PeriodTask, "value" | "targetValue">) => {
      const missing = amount(targetValue - value);
      return value === 0 ? missing : t("more", { missing });
    },
  };
}

function BreakSentence({ view, brokenBy }: { view: TimelineView; brokenBy: RunBreakView }) {
  const t = useTranslations("timeline");
  const { when, logged } = useTold(view);
  const { brokenAt, missedPeriod: missed, nextRun } = brokenBy;
  const { period } = view;
  if (missed && !nextRun) {
    const { timeZone: zone } = missed;
    return t.rich("missed", { ...marks(zone, brokenAt), when: when(missed), zone, logged: logged(missed), period });
  }
  const told = missed ?? nextRun;
  if (!told) return null;
  const { timeZone: zone } = told;
  return t.rich(missed ? "skipped" : "wall", { ...marks(zone, brokenAt), when: when(told), zone, period });
}

function NeedSentence({ view, needed }: { view: TimelineView; needed: NonNullable<TimelineView["neededNext"]> }) {
  const t = useTranslations("timeline");
  const { when, missing } = useTold(view);
  const { timeZone: zone, dueAt } = needed;
  return t.rich("needed", {
    ...marks(zone, dueAt),
    when: when(needed),
    zone,
    amount: missing(needed),
    stand: view.value === 0 ? "fresh" : view.metNow ? "met" : "running",
  });
}

function CompletedSentence({ view }: { view: TimelineView }) {
  const t = useTranslations("timeline");
  const zone = view.endedZone;
  return t.rich("completedRun", { ...marks(zone, view.endedAt), count: view.value, zone });
}

function WindowSentence({ view }: { view: TimelineView }) {
  const t = useTranslations("timeline");
  const amount = useAmount();
  const { when, missing } = useTold(view);
  const { window, status, period } = view;
  if (!window) return null;
  const { timeZone: zone, value, targetValue, periodEndAt, metAt } = window;
  const shared = {
    when: when(window),
    zone,
    value: amount(value),
    target: amount(targetValue),
    open: String(period === "all_time"),
  };
  if (status === "completed") return t.rich("completedWindow", { ...marks(zone, metAt), ...shared });
  if (status === "failed") return t.rich("failedWindow", { ...marks(zone, periodEndAt), ...shared });
  return t.rich("neededWindow", {
    ...marks(zone, periodEndAt),
    ...shared,
    amount: missing(window),
    endless: String(periodEndAt === null),
  });
}
