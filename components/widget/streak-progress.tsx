/** @jsxImportSource preact */
import type { WidgetCell, WidgetStreak, WidgetStreakProgress } from "@/lib/contracts/widget";
import { Icon } from "./icons";
import { RungTitle } from "./ladder";
import { formatDate, formatDeadline, formatLastDay, formatNumber, type Reading } from "./reading";
import { Filled, SLOT } from "./words";

interface Props {
  streak: WidgetStreak;
  reading: Reading;
}

/** The count beside the flame, the strip of the latest periods, and what to do next; nothing for guests. */
export function StreakProgress({ streak, reading }: Props) {
  const { t } = reading;
  const { progress, period } = streak;
  if (!progress) return null;
  return (
    <>
      <div class="count">
        <Icon name="flame" />
        <p class={progress.count > 0 ? "big" : "big cold"}>{t(`run.${period}`, { count: progress.count })}</p>
        {progress.task.met && progress.state === "running" ? <Goal streak={streak} reading={reading} /> : null}
      </div>
      <Strip streak={streak} progress={progress} reading={reading} />
      <div class="says">
        {progress.broken ? (
          <p>
            {t(`broken.${period}`, { count: progress.broken.length, at: formatLastDay(progress.broken.at, reading) })}
          </p>
        ) : null}
        {progress.state === "completed" ? <p class="next">{t("made")}</p> : null}
        {progress.task.met && progress.state === "running" ? null : <Goal streak={streak} reading={reading} />}
        <Now streak={streak} progress={progress} reading={reading} />
      </div>
    </>
  );
}

/** How many periods to the next milestone, else to the end; nothing when no further one comes. */
function Goal({ streak, reading }: Props) {
  const { t } = reading;
  const { progress, rungs, period, goal, schedule, last } = streak;
  if (!progress || progress.state === "completed" || schedule === "over" || (last && progress.task.met)) return null;
  const rung = rungs.find(({ state }) => state === "current");
  if (!rung) return <p class="next">{t(`toGoal.${period}`, { count: goal - progress.count })}</p>;
  return (
    <p class="next">
      <Filled message={t(`toRung.${period}`, { count: rung.target - progress.count, rung: SLOT })}>
        <RungTitle rung={rung} campaign={streak} reading={reading} />
      </Filled>
    </p>
  );
}

/** What the period of now asks for, and until when. */
function Now({ streak, progress, reading }: Props & { progress: WidgetStreakProgress }) {
  const { t } = reading;
  const { period, until, schedule, last } = streak;
  const { value, target, met } = progress.task;
  if (schedule !== "open") return null;
  if (met) return last ? null : <p class="quiet">{t(`met.${period}`)}</p>;
  return (
    <>
      {value > 0 || target !== 1 ? (
        <p class="quiet part">
          {t(`part.${period}`, { value: formatNumber(value, reading), target: formatNumber(target, reading) })}
          <progress max={target} value={value} aria-hidden="true" />
        </p>
      ) : null}
      {until === null ? null : <p class="quiet">{t(`open.${period}`, { at: formatDeadline(until, reading) })}</p>}
    </>
  );
}

const CELL_SIGNS = { met: "check", open: null, unmet: null } as const;

function Strip({ streak, progress, reading }: Props & { progress: WidgetStreakProgress }) {
  const { period } = streak;
  return (
    <ol class={`strip ${period}`} aria-label={reading.t(`strip.${period}`)}>
      {progress.cells.map((cell) => (
        <Cell key={cell.date} cell={cell} period={period} reading={reading} />
      ))}
    </ol>
  );
}

function Cell({ cell, period, reading }: { cell: WidgetCell; period: WidgetStreak["period"]; reading: Reading }) {
  const { short, long } = formatDate(cell.date, reading, period);
  const sign = CELL_SIGNS[cell.state];
  return (
    <li class={cell.state}>
      <span class="dot">{sign ? <Icon name={sign} /> : null}</span>
      <span class="small" aria-hidden="true">
        {short}
      </span>
      <span class="sr">
        {long}: {reading.t(`cell.${cell.state}`)}
      </span>
    </li>
  );
}
