/** @jsxImportSource preact */
import type { RewardState } from "@/lib/domain/reward-state";

const LOOKS: Record<RewardState, string> = {
  pending: "bg-wait-soft text-wait",
  issued: "bg-ready-soft text-ready",
  redeemed: "bg-gone-soft text-quiet",
  expired: "bg-gone-soft text-quiet",
};

// A shape for each state, so that none is told by colour alone: a clock, a ticket, a tick, a cross.
const SHAPES: Record<RewardState, string> = {
  pending: "M8 4.5V8l2.5 1.5M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
  issued: "M2 6V4h12v2a2 2 0 0 0 0 4v2H2v-2a2 2 0 0 0 0-4ZM9.5 4.5v7",
  redeemed: "m3 8.5 3.5 3.5L13 5",
  expired: "m4 4 8 8m0-8-8 8",
};

/** A reward's state as a shape and a word. */
export function StateMark({ state, label }: { state: RewardState; label: string }) {
  return (
    <span class={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 font-medium text-xs ${LOOKS[state]}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" class="size-3.5 shrink-0" fill="none" stroke="currentColor">
        <path d={SHAPES[state]} stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
      {label}
    </span>
  );
}
