"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useLocale } from "react-aria-components";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useGo } from "@/components/console/shell/use-go";
import { REWARD_STATES, type RewardState } from "@/lib/domain/reward-state";
import type { BucketView, ReportLinks, ReportView } from "./report-view";
import { useDayLabels } from "./use-day-labels";

/** From below: what is done with, up to what still waits. */
const STACK = ["redeemed", "issued", "expired", "pending"] as const satisfies RewardState[];
const FILL = "var(--chart-";
const TICK = { fill: "var(--muted)", fontSize: 12 };
const MARGIN = { top: 4, bottom: 0, left: 0, right: 0 };

interface RewardsChartProps {
  report: ReportView;
  links: ReportLinks;
}

/**
 * The rewards as a column for each piece of the range. A picture for the eye and the pointer: the table behind it says
 * and opens the same by keyboard and to screen readers. Nothing in it moves by itself.
 */
export default function RewardsChart({ report, links }: RewardsChartProps) {
  const t = useTranslations("report");
  const labels = useDayLabels();
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Legend />
      <div
        role="img"
        aria-label={t("chart", { days: labels.full(report.days) })}
        className="h-72 min-w-0 text-xs [&_.recharts-bar-rectangle]:cursor-pointer"
        dir="ltr"
      >
        <ResponsiveContainer width="100%" height="100%">
          <Columns report={report} links={links} />
        </ResponsiveContainer>
      </div>
    </div>
  );
}

/** `size` is what the container around it gives. */
function Columns({ report, links, ...size }: RewardsChartProps) {
  const tStates = useTranslations("states");
  const format = useFormatter();
  const labels = useDayLabels();
  const go = useGo();
  const rightToLeft = useLocale().direction === "rtl";
  return (
    <BarChart {...size} data={report.overTime} accessibilityLayer={false} margin={MARGIN}>
      <CartesianGrid vertical={false} stroke="var(--border)" />
      <XAxis
        dataKey={({ days }: BucketView) => labels.short(days, report.period)}
        reversed={rightToLeft}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: "var(--border)" }}
        minTickGap={16}
      />
      <YAxis
        orientation={rightToLeft ? "right" : "left"}
        allowDecimals={false}
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={40}
        tickFormatter={(value: number) => format.number(value)}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: "var(--surface-hover)" }}
        content={({ active, payload }) => {
          const bucket = payload?.[0]?.payload as BucketView | undefined;
          return active && bucket ? <Told bucket={bucket} /> : null;
        }}
      />
      {STACK.map((state) => (
        <Bar
          key={state}
          dataKey={({ states }: BucketView) => states[state]}
          name={tStates(state)}
          stackId="rewards"
          fill={`${FILL}${state})`}
          stroke="var(--surface)"
          strokeWidth={1}
          maxBarSize={48}
          isAnimationActive={false}
          onClick={({ payload }) => {
            const bucket = payload as BucketView | undefined;
            if (bucket) go(links.rewards({ state, days: bucket.days }));
          }}
        />
      ))}
    </BarChart>
  );
}

function Legend() {
  const t = useTranslations("states");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {REWARD_STATES.map((state) => (
        <li key={state} className="flex items-center gap-2">
          <Swatch state={state} />
          {t(state)}
        </li>
      ))}
    </ul>
  );
}

const Swatch = ({ state }: { state: RewardState }) => (
  <span aria-hidden="true" className="size-3 rounded-sm" style={{ background: `${FILL}${state})` }} />
);

/** What the pointer is on, in words. */
function Told({ bucket: { days, states } }: { bucket: BucketView }) {
  const t = useTranslations("states");
  const format = useFormatter();
  const labels = useDayLabels();
  const { direction } = useLocale();
  return (
    <div dir={direction} className="rounded-md bg-overlay px-3 py-2 text-overlay-foreground text-sm shadow-overlay">
      <p className="mb-1 font-medium">{labels.full(days)}</p>
      <ul className="flex flex-col gap-0.5">
        {REWARD_STATES.map((state) => (
          <li key={state} className="flex items-center gap-2">
            <Swatch state={state} />
            <span>{t(state)}</span>
            <span className="ms-auto ps-4 tabular-nums">{format.number(states[state])}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
