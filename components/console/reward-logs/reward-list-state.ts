import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { day, id } from "@/components/console/lists/address-values";
import { REWARD_STATES } from "@/lib/domain/reward-state";

export const REWARD_SORTS = ["newest", "oldest"] as const;

/** What the address of the reward queue says. Days are those of the program's zone, both included. */
export const rewardListState = {
  state: parseAsStringLiteral(REWARD_STATES),
  parent: id,
  milestone: id,
  member: id,
  from: day,
  to: day,
  /** One reward, as the command palette opens it. */
  reward: id,
  sort: parseAsStringLiteral(REWARD_SORTS).withDefault("newest"),
  after: parseAsString,
};

export const loadRewardList = createLoader(rewardListState);
export const rewardListQuery = createSerializer(rewardListState);

/** Nothing filtered. */
export const ALL_REWARDS = {
  state: null,
  parent: null,
  milestone: null,
  member: null,
  from: null,
  to: null,
  reward: null,
} as const;
