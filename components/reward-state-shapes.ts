import type { RewardState } from "@/lib/domain/reward-state";

/**
 * A shape for each state of a reward, as an SVG path on 16 × 16, so that none is told by colour alone: a clock, a
 * ticket, a tick, a cross.
 */
export const REWARD_STATE_SHAPES: Record<RewardState, string> = {
  pending: "M8 4.5V8l2.5 1.5M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
  issued: "M2 6V4h12v2a2 2 0 0 0 0 4v2H2v-2a2 2 0 0 0 0-4ZM9.5 4.5v7",
  redeemed: "m3 8.5 3.5 3.5L13 5",
  expired: "m4 4 8 8m0-8-8 8",
};
