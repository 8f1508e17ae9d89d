"use client";

import { useTranslations } from "next-intl";
import { Time } from "@/components/console/lists/time";
import { useAmount } from "@/components/console/use-amount";
import { Badge } from "@/components/ui/badge";
import type { TimelineLog, TimelinePeriod } from "./timeline-view";

/** So many are in view at once; the others unfold. */
const IN_VIEW = 3;

/** What was logged in a period, the latest first, late ones marked. */
export function PeriodLogs({ period }: { period: TimelinePeriod }) {
  const t = useTranslations("timeline");
  const { logs, logCount, logCountIsCapped, lateLogCount, timeZone } = period;
  if (logs.length === 0) return <p className="text-muted text-sm">{t("noLogs")}</p>;
  const folded = logs.slice(IN_VIEW);
  const unseen = logCount - logs.length;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Logs logs={logs.slice(0, IN_VIEW)} timeZone={timeZone} />
      {folded.length > 0 ? (
        <details className="group flex flex-col">
          <summary className="w-fit cursor-pointer rounded text-accent text-sm hover:underline">
            {t("moreLogs", { count: folded.length })}
          </summary>
          <Logs logs={folded} timeZone={timeZone} />
        </details>
      ) : null}
      {unseen > 0 ? (
        <p className="text-muted text-xs">
          {t("unseenLogs", {
            count: logCount,
            late: lateLogCount,
            shown: logs.length,
            capped: String(logCountIsCapped),
          })}
        </p>
      ) : null}
    </div>
  );
}

function Logs({ logs, timeZone }: { logs: TimelineLog[]; timeZone: string }) {
  return (
    <ul className="flex flex-col">
      {logs.map((log) => (
        <Log key={log.id} log={log} timeZone={timeZone} />
      ))}
    </ul>
  );
}

function Log({ log, timeZone }: { log: TimelineLog; timeZone: string }) {
  const t = useTranslations("timeline");
  const amount = useAmount();
  const { activityId, uniqueIdentifier, activityAt, receivedAt, activityValue, late } = log;
  return (
    <li className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1 text-sm">
      {activityValue === null ? null : <span className="font-medium tabular-nums">{amount(activityValue)}</span>}
      <bdi className="wrap-anywhere min-w-0">{activityId}</bdi>
      <bdi className="wrap-anywhere min-w-0 text-muted text-xs">{uniqueIdentifier}</bdi>
      <span className="text-xs">
        <Time at={activityAt} timeZone={timeZone} />
      </span>
      {late ? (
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-0.5 text-muted text-xs sm:ms-auto">
          <Badge look="warning">{t("late")}</Badge>
          <span>{t.rich("received", { at: () => <Time at={receivedAt} timeZone={timeZone} /> })}</span>
        </span>
      ) : null}
    </li>
  );
}
