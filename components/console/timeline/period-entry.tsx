"use client";

import { useTranslations } from "next-intl";
import { Time } from "@/components/console/lists/time";
import { StateBadge } from "@/components/console/reward-logs/state-badge";
import { useAmount } from "@/components/console/use-amount";
import { Badge, type BadgeLook } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { WindowPeriod } from "@/lib/domain/period";
import { PeriodLogs } from "./period-logs";
import type { TimelinePeriod, TimelineReward } from "./timeline-view";
import { usePeriodName } from "./use-period-name";

const LOOKS: Record<TimelinePeriod["status"], { badge: BadgeLook; dot: string }> = {
  completed: { badge: "success", dot: "bg-success" },
  missed: { badge: "danger", dot: "bg-danger" },
  in_progress: { badge: "accent", dot: "bg-accent" },
};

/** One period of a story: what it asked, what was logged, what became of it and what it led to. */
export function PeriodEntry({ kind, period }: { kind: WindowPeriod; period: TimelinePeriod }) {
  const t = useTranslations("timeline");
  const tMembers = useTranslations("members");
  const amount = useAmount();
  const { status, value, targetValue, rewards, timeZone } = period;
  const name = usePeriodName(kind)(period) || t("allTime");
  return (
    <li className="relative flex min-w-0 flex-col gap-2 border-border border-s ps-5 pb-7 last:pb-0">
      <span
        aria-hidden="true"
        className={`absolute -start-[5px] top-1.5 size-[9px] rounded-full ring-4 ring-surface ${LOOKS[status].dot}`}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {name}
          <Badge look={LOOKS[status].badge}>{t(`statuses.${status}`)}</Badge>
        </h3>
        <span className="tabular-nums">
          {tMembers("ofTarget", { value: amount(value), target: amount(targetValue) })}
        </span>
      </div>
      <Bounds period={period} />
      <PeriodLogs period={period} />
      {rewards.map((reward) => (
        <Reward key={reward.rewardLogId} reward={reward} timeZone={timeZone} />
      ))}
    </li>
  );
}

/** When it was met or missed, or until when it may be; and the zone in which its bounds are told. */
function Bounds({ period }: { period: TimelinePeriod }) {
  const t = useTranslations("timeline");
  const { metAt, missedAt, periodEndAt, timeZone } = period;
  const told = metAt ? (["metAt", metAt] as const) : missedAt ? (["missedAt", missedAt] as const) : null;
  const [said, at] = told ?? (["until", periodEndAt] as const);
  return (
    <p className="flex flex-wrap gap-x-2 text-muted text-xs">
      <bdi>{timeZone}</bdi>
      {at ? <span>{t.rich(said, { at: () => <Time at={at} timeZone={timeZone} /> })}</span> : null}
    </p>
  );
}

function Reward({ reward, timeZone }: { reward: TimelineReward; timeZone: string }) {
  const t = useTranslations("timeline");
  const tStates = useTranslations("states");
  const amount = useAmount();
  const { rewardLogId, milestoneName, milestoneTargetValue, earnedAt, state } = reward;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md bg-surface-hover px-3 py-2 text-sm">
      <Icon name="ticket" className="text-muted" />
      <Link
        prefetch={false}
        href={`/reward-logs?reward=${rewardLogId}`}
        className="wrap-anywhere min-w-0 rounded font-medium hover:underline"
      >
        <bdi>{milestoneName}</bdi>
      </Link>
      <StateBadge state={state} label={tStates(state)} />
      <span className="text-muted text-xs">
        {t.rich("earned", {
          target: amount(milestoneTargetValue),
          at: () => <Time at={earnedAt} timeZone={timeZone} />,
        })}
      </span>
    </p>
  );
}
