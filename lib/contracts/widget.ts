import type { EpochMs, WindowPeriod } from "@/lib/domain/period";
import type { RewardState } from "@/lib/domain/reward-state";
import type { WidgetTheme } from "@/lib/domain/widget-theme";

/** A marketer's text and the language it is in, which need not be the reader's. */
export interface WidgetText {
  text: string;
  language: string;
}

/** An icon that a marketer chose, as it is served; without one the widget draws its own. */
export interface WidgetIcon {
  url: string;
  width: number;
  height: number;
}

/** A member's reward as the widget shows it. Instants are epoch milliseconds. */
export interface WidgetReward {
  id: string;
  title: WidgetText | null;
  description: WidgetText | null;
  icon: WidgetIcon | null;
  state: RewardState;
  code: string | null;
  /** As the marketer wrote it, variables and all. */
  instruction: WidgetText | null;
  expiresAt: EpochMs | null;
  redeemedAt: EpochMs | null;
  /** A code that ends within a day. */
  soon: boolean;
  /** Earned lately and not celebrated yet. */
  fresh: boolean;
}

/**
 * A milestone of a campaign: `done` was paid in this run or window (or once and for all), `current` is reached next,
 * `later` lies behind the member but came too late for this run: it counts from the next one.
 */
export interface WidgetRung {
  id: string;
  title: WidgetText | null;
  reward: WidgetText | null;
  icon: WidgetIcon | null;
  target: number;
  points: number;
  state: "done" | "current" | "locked" | "later";
}

/** One period of the strip. `date` is the first day of it, ISO 8601. */
export interface WidgetCell {
  date: string;
  /** `open`: the period of now, not met yet; `unmet`: over without. */
  state: "met" | "open" | "unmet";
}

/** What a member has done in the period of now. */
export interface WidgetTask {
  value: number;
  target: number;
  met: boolean;
}

export interface WidgetStreakProgress {
  /** `idle`: nothing runs and nothing broke. */
  state: "idle" | "running" | "broken" | "completed";
  /** Met periods of the run that is shown; 0 for a broken one. */
  count: number;
  cells: WidgetCell[];
  task: WidgetTask;
  /** The run that broke, while no other one runs and one can still begin. */
  broken: { length: number; at: EpochMs } | null;
}

interface WidgetCampaignBase {
  id: string;
  title: WidgetText | null;
  description: WidgetText | null;
  icon: WidgetIcon | null;
  rungs: WidgetRung[];
  /** What finishes it: periods of a streak, the total of a challenge. */
  goal: number;
  /** Whether activity counts now: not yet, now, or no more. */
  schedule: "ahead" | "open" | "over";
  startsAt: EpochMs | null;
  endsAt: EpochMs | null;
  /** When the period or window of now is over; null: never. */
  until: EpochMs | null;
  /** Whether the period or window of now is the last one in which activity counts. */
  last: boolean;
}

export interface WidgetStreak extends WidgetCampaignBase {
  slug: "streak";
  period: Exclude<WindowPeriod, "all_time">;
  /** Null for guests. */
  progress: WidgetStreakProgress | null;
}

export interface WidgetChallenge extends WidgetCampaignBase {
  slug: "challenge";
  period: WindowPeriod;
  /** The window of now; null for guests. */
  progress: { value: number; completed: boolean } | null;
}

export type WidgetCampaign = WidgetStreak | WidgetChallenge;

/** One change of a member's points. `label` is the reward's title or what the customer's server called the event. */
export interface WidgetPointsEntry {
  id: string;
  label: WidgetText | null;
  points: number;
  at: EpochMs;
}

/** Who looks: a guest, a guest whose token is no longer good, or a member. */
export type WidgetReader =
  | { kind: "guest" }
  | { kind: "ended" }
  | {
      kind: "member";
      rewards: WidgetReward[];
      /** Set when there are more rewards than are shown. */
      more: boolean;
      points: { balance: number; entries: WidgetPointsEntry[] };
    };

/** All that the widget's document is made of. Nothing in it changes with each look at the clock but `now`. */
export interface WidgetView {
  /** Null: there is no such program. */
  programName: string | null;
  /** Language tags, the most wanted first; malformed ones are passed over. */
  languages: (string | null)[];
  timeZone: string;
  now: EpochMs;
  /** Ordinal of the reader's day (days since 1970-01-01): words such as a weekday for a date follow it. */
  day: number;
  theme: WidgetTheme;
  campaigns: WidgetCampaign[];
  reader: WidgetReader;
}

/** What the document's script needs to know; without it the document is shown as it is. */
export interface WidgetLink {
  /** Names this state of the document, so that it need not be sent again. */
  etag: string;
  /** The member's token, for asking again; null for guests. */
  token: string | null;
  /** A token came and was refused. */
  ended: boolean;
  /** Seconds until the token ends. */
  expiresIn: number | null;
  /** The page that embeds the document and the id by which it knows it; null without our loader. */
  host: { origin: string; id: string } | null;
}

/** A document and what is inline in it, word for word, for its content security policy. */
export interface WidgetDocument {
  html: string;
  styles: string[];
  script: string | null;
}

/** Renders a view to a whole document; with `link` its script comes too. */
export type RenderWidget = (view: WidgetView, link?: WidgetLink) => WidgetDocument;
