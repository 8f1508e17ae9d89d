import type {
  WidgetChallengeData,
  WidgetData,
  WidgetIconData,
  WidgetMilestoneData,
  WidgetRewardData,
  WidgetStreakData,
} from "@/db/queries/widget";
import type { WidgetView } from "@/lib/contracts/widget";
import type { PreviewMilestone, PreviewState, WidgetPreview } from "@/lib/contracts/widget-preview";
import type { EpochMs } from "@/lib/domain/period";
import { periodIndexAt, periodKey, periodStart } from "@/lib/domain/period";
import type { Translations } from "@/lib/domain/translations";
import { momentOf } from "./present-campaigns";
import { presentWidget, type WidgetProgram } from "./present-widget";

const DAY_MS = 86_400_000;
const SAMPLE_CODE = "SAMPLE-2026";
const PARENT_ID = "preview";
/** A goal may be longer than the calendar: the sample member's run began so many periods ago at most. */
const LONGEST_RUN = 10_000;

/**
 * The widget as a sample member would see a campaign, saved or not: the same view that members get, so that whoever
 * renders it shows the real thing. Pure: nothing is read or written. `now` is the moment of looking, `icons` are those
 * that the texts name.
 */
export function previewView(
  preview: WidgetPreview,
  program: WidgetProgram,
  now: EpochMs,
  icons: readonly WidgetIconData[] = [],
): WidgetView {
  const { slug, state, theme, languageCode } = preview;
  const zone = program.timeZone ?? "UTC";
  const done = doneOf(preview);
  const moment = momentOf(campaignOf(preview), now);
  const milestones = preview.milestones.map((row, position) => milestoneOf(row, position, preview, zone, moment));
  const sorted = milestones.sort((a, b) => Number(a.target) - Number(b.target));
  const paid = sorted.filter((row) => row.lastPaid !== null);
  const points = paid.reduce((sum, row) => sum + row.points, 0);
  const data: WidgetData = {
    icons: [...icons],
    member: { id: "member", timeZone: null, languageCode: null, pointsBalance: points },
    streaks: slug === "streak" ? [streakOf(preview, done, zone, moment)] : [],
    challenges: slug === "challenge" ? [challengeOf(preview, done, zone, moment)] : [],
    milestones: sorted,
    rewards: paid.toReversed().map((row, position) => rewardOf(row, position === 0 ? state : "done", now)),
    entries: paid.toReversed().map(({ id, points: gained }) => ({
      id,
      eventType: "milestone_achieved",
      points: gained,
      reference: id,
      createdAt: now,
    })),
  };
  const shown = theme ? { ...program, widgetTheme: theme } : program;
  return presentWidget(shown, data, { kind: "member", languages: [languageCode] }, now);
}

/** How far the sample member is: a count of periods, or a total. */
function doneOf({ slug, campaign, state }: WidgetPreview): number {
  const goal = campaign.completionTargetValue;
  if (state === "start") return 0;
  if (state !== "midway") return slug === "streak" ? Math.ceil(goal) : goal;
  if (slug === "streak") return Math.min(Math.floor(goal / 2), LONGEST_RUN);
  return campaign.aggregationMethod === "count" ? Math.floor(goal / 2) : goal / 2;
}

function campaignOf({ campaign }: WidgetPreview) {
  const at = (text: string | null | undefined) => (text ? Date.parse(text) : null);
  return {
    id: PARENT_ID,
    aggregationMethod: campaign.aggregationMethod,
    timeZone: null,
    startsAt: at(campaign.startsAt),
    endsAt: at(campaign.endsAt),
    eudTitle: campaign.eudTitle ?? null,
    eudDescription: campaign.eudDescription ?? null,
    eudIcon: campaign.eudIcon ?? null,
    translations: translationsOf(campaign.translations),
  };
}

function streakPeriodOf({ campaign }: WidgetPreview) {
  return campaign.aggregationPeriod === "all_time" ? "daily" : campaign.aggregationPeriod;
}

/** A run that reaches to the period before now while it goes on, and to that of now once it is complete. */
function streakOf(preview: WidgetPreview, done: number, zone: string, now: EpochMs): WidgetStreakData {
  const { campaign } = preview;
  const period = streakPeriodOf(preview);
  const goal = Math.ceil(campaign.completionTargetValue);
  const complete = done >= goal;
  const last = periodIndexAt(period, now, zone) - (complete ? 0 : 1);
  const first = last - Math.min(done, LONGEST_RUN) + 1;
  const shown = Math.min(done, 14);
  const startedAt = periodStart(period, first, zone) ?? now;
  return {
    ...campaignOf(preview),
    aggregationPeriod: period,
    aggregationTargetValue: decimal(campaign.aggregationTargetValue),
    completionTargetValue: goal,
    tallies: Array.from({ length: shown }, (_, position) => ({
      index: last - position,
      value: decimal(campaign.aggregationTargetValue),
      met: true,
    })),
    lastRun:
      done === 0
        ? null
        : {
            id: "run",
            first,
            length: done,
            startedAt,
            latestAt: now,
            latestZone: zone,
            completedAt: complete ? now : null,
            nextFirst: null,
            nextStartedAt: null,
          },
  };
}

function challengeOf(preview: WidgetPreview, done: number, zone: string, now: EpochMs): WidgetChallengeData {
  const { campaign } = preview;
  const index = periodIndexAt(campaign.aggregationPeriod, now, zone);
  const completedAt = done >= campaign.completionTargetValue ? now : null;
  return {
    ...campaignOf(preview),
    aggregationPeriod: campaign.aggregationPeriod,
    completionTargetValue: decimal(campaign.completionTargetValue),
    windows: done === 0 ? [] : [{ index, value: decimal(done), completedAt }],
  };
}

function milestoneOf(
  row: PreviewMilestone,
  position: number,
  preview: WidgetPreview,
  zone: string,
  now: EpochMs,
): WidgetMilestoneData {
  const period = preview.slug === "streak" ? streakPeriodOf(preview) : preview.campaign.aggregationPeriod;
  const reached = row.milestoneTargetValue <= doneOf(preview);
  return {
    id: `milestone-${position}`,
    parentId: PARENT_ID,
    target: decimal(row.milestoneTargetValue),
    points: row.points,
    repeatable: true,
    eudTitle: row.eudTitle ?? null,
    eudDescription: row.eudDescription ?? null,
    eudIcon: row.eudIcon ?? null,
    eudMilestoneRewardTitle: row.eudMilestoneRewardTitle ?? null,
    eudMilestoneRewardInstructionMessage: row.eudMilestoneRewardInstructionMessage ?? null,
    translations: translationsOf(row.translations),
    lastPaid: reached ? periodKey(period, periodIndexAt(period, now, zone)) : null,
  };
}

/** The reward of a milestone: on its way, or with a sample code that is good for three weeks or was until yesterday. */
function rewardOf(row: WidgetMilestoneData, state: PreviewState, now: EpochMs): WidgetRewardData {
  const expired = state === "expired";
  const issued = expired || state === "issued";
  const start = now - (expired ? 22 * DAY_MS : 0);
  return {
    ...row,
    couponCode: issued ? SAMPLE_CODE : null,
    rewardIssuedAt: issued ? start : null,
    rewardExpiryAt: issued ? start + 21 * DAY_MS : null,
    rewardRedeemedAt: null,
    createdAt: start,
    celebrated: true,
  };
}

function translationsOf(wire: PreviewMilestone["translations"]): Translations {
  return Object.fromEntries(
    Object.entries(wire ?? {}).map(([language, texts]) => [
      language,
      Object.fromEntries(
        Object.entries(texts ?? {}).flatMap(([field, text]) => (text === null ? [] : [[field, { text }]])),
      ),
    ]),
  );
}

/** A number as the database writes it. */
function decimal(value: number): string {
  return String(Number(value.toFixed(6)));
}
