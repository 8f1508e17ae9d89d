import type { WidgetChallengeData, WidgetData, WidgetRunData, WidgetStreakData } from "@/db/queries/widget";
import { CHALLENGE_TEXTS } from "@/lib/contracts/challenge";
import { STREAK_TEXTS } from "@/lib/contracts/streak";
import type { WidgetChallenge, WidgetStreak } from "@/lib/contracts/widget";
import { amountFromText, ONE } from "@/lib/domain/amount";
import { type EpochMs, periodEnd, periodIndexAt, periodKey, type WindowPeriod, zoneOfLog } from "@/lib/domain/period";
import { breaksAt, type Run } from "@/lib/domain/streak";
import { viewStreak } from "@/lib/domain/streak-view";
import { type Localized, localize, type Reading } from "@/lib/services/localization/localize";
import { iconOf } from "./icon-of";
import { numberOf } from "./number-of";
import { presentRungs } from "./present-rungs";
import { textOf } from "./text-of";

/** What campaigns are seen by: the data, whose member may be nobody, and where and when one looks. */
export interface Sight {
  data: WidgetData;
  programTimeZone: string | null;
  reading: Reading;
  now: EpochMs;
  /** Guests see campaigns without progress. */
  guest: boolean;
}

/** A streak as the reader sees it: the run of now, or how the last one ended, and what comes next. */
export function presentStreak(row: WidgetStreakData, sight: Sight): WidgetStreak {
  const { data, now, guest } = sight;
  const period = row.aggregationPeriod;
  const zone = zoneOfLog(data.member?.timeZone ?? null, row.timeZone, sight.programTimeZone);
  const lastRun = row.lastRun && toRun(row.lastRun);
  const tallies = row.tallies.map(({ index, value, met }) => ({ index, value: amountFromText(value), met }));
  const over = isOver(row, now);
  const view = viewStreak({ period, lastRun, tallies }, zone, momentOf(row, now));
  const ends = endsOf(period, zone, row.endsAt, now);
  return {
    slug: "streak",
    ...base(row, sight),
    ...localized(localize(row, STREAK_TEXTS, sight.reading), data),
    period,
    goal: row.completionTargetValue,
    // A run that still waits for the period of now breaks in the zone of its latest activity, wherever the member is.
    until:
      lastRun && view.state === "running" && !view.task.met
        ? Math.min(breaksAt(lastRun, period), ends.until ?? Number.POSITIVE_INFINITY)
        : ends.until,
    last: ends.last,
    rungs: presentRungs(row.id, sight, { value: BigInt(view.count) * ONE, since: periodKey(period, view.first), over }),
    progress: guest
      ? null
      : {
          state: view.state,
          count: view.count,
          // What was not met when the schedule ended never will be.
          cells: over
            ? view.cells.map((cell) => (cell.state === "open" ? { ...cell, state: "unmet" } : cell))
            : view.cells,
          task: {
            value: numberOf(view.task.value),
            target: numberOf(amountFromText(row.aggregationTargetValue)),
            met: view.task.met,
          },
          broken: over ? null : view.broken,
        },
  };
}

/** A challenge as the reader sees it: the window of now, or the one in which it ended. */
export function presentChallenge(row: WidgetChallengeData, sight: Sight): WidgetChallenge {
  const { data, now, guest } = sight;
  const period = row.aggregationPeriod;
  const zone = zoneOfLog(data.member?.timeZone ?? null, row.timeZone, sight.programTimeZone);
  const index = periodIndexAt(period, momentOf(row, now), zone);
  const window = row.windows.find((known) => known.index === index);
  const value = amountFromText(window?.value ?? "0");
  return {
    slug: "challenge",
    ...base(row, sight),
    ...localized(localize(row, CHALLENGE_TEXTS, sight.reading), data),
    period,
    goal: numberOf(amountFromText(row.completionTargetValue)),
    ...endsOf(period, zone, row.endsAt, now),
    rungs: presentRungs(row.id, sight, { value, since: periodKey(period, index), over: isOver(row, now) }),
    progress: guest ? null : { value: numberOf(value), completed: (window?.completedAt ?? null) !== null },
  };
}

interface Schedule {
  startsAt: EpochMs | null;
  endsAt: EpochMs | null;
}

/** The moment that a campaign is shown as it was at: now, or the last one of a schedule that is over. */
export function momentOf({ endsAt }: Pick<Schedule, "endsAt">, now: EpochMs): EpochMs {
  return endsAt !== null && endsAt <= now ? endsAt - 1 : now;
}

function isOver(row: Schedule, now: EpochMs): boolean {
  return scheduleOf(row, now) === "over";
}

function scheduleOf({ startsAt, endsAt }: Schedule, now: EpochMs): WidgetStreak["schedule"] {
  if (startsAt !== null && now < startsAt) return "ahead";
  return endsAt !== null && endsAt <= now ? "over" : "open";
}

function base(row: WidgetStreakData | WidgetChallengeData, { now }: Sight) {
  const { id, startsAt, endsAt } = row;
  return { id, schedule: scheduleOf(row, now), startsAt, endsAt };
}

function localized(texts: Localized<(typeof STREAK_TEXTS)[number]>, { icons }: WidgetData) {
  return {
    title: textOf(texts, "eudTitle"),
    description: textOf(texts, "eudDescription"),
    icon: iconOf(texts.eudIcon, icons),
  };
}

/** The end of the period of now, or of the schedule where that is earlier or the same: then no other one comes. */
function endsOf(
  period: WindowPeriod,
  zone: string,
  endsAt: EpochMs | null,
  now: EpochMs,
): { until: EpochMs | null; last: boolean } {
  const end = periodEnd(period, periodIndexAt(period, now, zone), zone);
  const last = end === null || (endsAt !== null && endsAt <= end);
  return { until: last ? endsAt : end, last };
}

function toRun(row: WidgetRunData): Run {
  const { nextFirst, nextStartedAt } = row;
  return {
    id: row.id,
    first: row.first,
    length: row.length,
    startedAt: row.startedAt,
    latest: { at: row.latestAt, zone: row.latestZone },
    completedAt: row.completedAt,
    next: nextFirst === null || nextStartedAt === null ? null : { first: nextFirst, startedAt: nextStartedAt },
  };
}
