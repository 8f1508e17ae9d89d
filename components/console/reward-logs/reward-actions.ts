import type { ConsoleAction } from "@/lib/client/use-action";
import type { RewardPatch, RewardRow } from "./reward-row";

export interface RewardChange {
  id: string;
  patch: RewardPatch;
}

export interface RedeemReward {
  id: string;
}

/** A change to be taken back, held to the reward as the change left it. */
export interface RewardUndo extends RewardChange {
  updatedAt: string;
}

/** Rewards that were picked by hand, or all that a query of the queue matched. */
export type RewardSelection =
  | { kind: "rows"; rewards: { id: string; updatedAt: string }[] }
  | { kind: "matching"; query: string; seen: { count: number; digest: string } };

export interface ChangeMany {
  selection: RewardSelection;
  patch: RewardPatch;
}

/** What can be done to one reward; screens are handed these by their page. */
export interface RewardRowActions {
  change: ConsoleAction<RewardChange, RewardRow>;
  redeem: ConsoleAction<RedeemReward, RewardRow>;
  undo: ConsoleAction<RewardUndo, RewardRow>;
}
