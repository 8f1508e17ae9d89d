import type { RewardState } from "@/lib/domain/reward-state";

/** A marketer's text and the language it is in, which need not be the reader's. */
export interface WidgetText {
  text: string;
  language: string;
}

/** A member's reward as the widget shows it. Instants are epoch milliseconds. */
export interface WidgetReward {
  id: string;
  title: WidgetText | null;
  description: WidgetText | null;
  state: RewardState;
  code: string | null;
  /** As the marketer wrote it, variables and all. */
  instruction: WidgetText | null;
  expiresAt: number | null;
  redeemedAt: number | null;
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
    };

/** All that the widget's document is made of. */
export interface WidgetView {
  /** Null: there is no such program. */
  programName: string | null;
  /** Language tags, the most wanted first; malformed ones are passed over. */
  languages: (string | null)[];
  timeZone: string;
  reader: WidgetReader;
}

/** A document and the hash of the one style sheet in it, for its content security policy. */
export interface WidgetDocument {
  html: string;
  styleHash: string;
}

export type RenderWidget = (view: WidgetView) => WidgetDocument;
