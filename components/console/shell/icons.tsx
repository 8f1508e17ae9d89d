import { REWARD_STATE_SHAPES } from "@/components/reward-state-shapes";

/** A ticket, for rewards. */
export function RewardIcon() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 shrink-0" fill="none" stroke="currentColor">
      <path d={REWARD_STATE_SHAPES.issued} strokeWidth="1.4" strokeLinejoin="round" />
    </svg>
  );
}
