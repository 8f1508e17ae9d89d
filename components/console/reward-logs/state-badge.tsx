import { REWARD_STATE_SHAPES } from "@/components/reward-state-shapes";
import type { RewardState } from "@/lib/domain/reward-state";

const LOOKS: Record<RewardState, string> = {
  pending: "bg-warning-soft text-warning",
  issued: "bg-accent-soft text-accent",
  redeemed: "bg-success-soft text-success",
  expired: "bg-neutral-soft text-muted",
};

/** A reward's state as a shape and a word. */
export function StateBadge({ state, label }: { state: RewardState; label: string }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2 py-0.5 font-medium text-xs ${LOOKS[state]}`}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3 shrink-0" fill="none" stroke="currentColor">
        <path d={REWARD_STATE_SHAPES[state]} strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {label}
    </span>
  );
}
