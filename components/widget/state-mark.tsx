/** @jsxImportSource preact */
import { REWARD_STATE_SHAPES } from "@/components/reward-state-shapes";
import type { RewardState } from "@/lib/domain/reward-state";

const LOOKS: Record<RewardState, string> = {
  pending: "bg-wait-soft text-wait",
  issued: "bg-ready-soft text-ready",
  redeemed: "bg-gone-soft text-quiet",
  expired: "bg-gone-soft text-quiet",
};

/** A reward's state as a shape and a word. */
export function StateMark({ state, label }: { state: RewardState; label: string }) {
  return (
    <span class={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 font-medium text-xs ${LOOKS[state]}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" class="size-3.5 shrink-0" fill="none" stroke="currentColor">
        <path d={REWARD_STATE_SHAPES[state]} stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
      {label}
    </span>
  );
}
