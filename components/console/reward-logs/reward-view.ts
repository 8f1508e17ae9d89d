import type { RewardState } from "@/lib/domain/reward-state";

/** A reward as a row of the list shows it: every time and word is written out already, for the reader. */
export interface RewardView {
  id: string;
  member: string;
  /** The customer's own id, or what became of the member; null when `member` says it all. */
  memberDetail: string | null;
  title: string;
  detail: string;
  earnedAt: string;
  earnedText: string;
  state: RewardState;
  stateText: string;
  /** When it was issued, expires or was redeemed; null when there is nothing to tell. */
  stateDetail: string | null;
  code: string | null;
  codeLabel: string;
  changeLabel: string;
}

export interface RewardRowLabels {
  code: string;
  codePlaceholder: string;
  save: string;
  saving: string;
  saved: string;
  change: string;
  cancel: string;
  noCode: string;
}

/** What came of putting a code on a reward: the reward as it is now, or why not, and what was typed. */
export type IssueState =
  | { outcome: "none" }
  | { outcome: "saved"; reward: RewardView }
  | { outcome: "refused"; message: string; typed: string };

export type IssueAction = (previous: IssueState, form: FormData) => Promise<IssueState>;
