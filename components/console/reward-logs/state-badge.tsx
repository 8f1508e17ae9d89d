import type { RewardState } from "@/lib/domain/reward-state";

const LOOKS: Record<RewardState, string> = {
  pending: "bg-warning-soft text-warning",
  issued: "bg-accent-soft text-accent",
  redeemed: "bg-success-soft text-success",
  expired: "bg-neutral-soft text-muted",
};

// A shape for each state, so that none is told by colour alone: a clock, a ticket, a tick, a cross.
const SHAPES: Record<RewardState, string> = {
  pending: "M8 4.5V8l2.5 1.5M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
  issued: "M2 6V4h12v2a2 2 0 0 0 0 4v2H2v-2a2 2 0 0 0 0-4ZM9.5 4.5v7",
  redeemed: "m3 8.5 3.5 3.5L13 5",
  expired: "m4 4 8 8m0-8-8 8",
};

/** A reward's state as a shape and a word. */
export function StateBadge({ state, label }: { state: RewardState; label: string }) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-full px-2 py-0.5 font-medium text-xs ${LOOKS[state]}`}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true" className="size-3 shrink-0" fill="none" stroke="currentColor">
        <path d={SHAPES[state]} strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {label}
    </span>
  );
}
