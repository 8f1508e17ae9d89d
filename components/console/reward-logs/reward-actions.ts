import type { ConsoleAction } from "@/lib/client/use-action";
import type { RewardPatch, RewardRow } from "./reward-row";

/** A reward as the reader saw it: what changed since then is not changed unseen. */
export interface SeenReward {
  id: string;
  updatedAt: string;
}

export interface RewardChange extends SeenReward {
  patch: RewardPatch;
}

/** Rewards that were picked by hand, or all that a query of the queue matched. */
export type RewardSelection =
  | { kind: "rows"; rewards: SeenReward[] }
  | { kind: "matching"; query: string; seen: { count: number; digest: string } };

export interface ChangeMany {
  selection: RewardSelection;
  patch: RewardPatch;
}

/** What can be done to one reward; screens are handed these by their page. */
export interface RewardRowActions {
  change: ConsoleAction<RewardChange, RewardRow>;
  redeem: ConsoleAction<SeenReward, RewardRow>;
}
