/** @jsxImportSource preact */
import type { RewardState } from "@/lib/domain/reward-state";
import { Icon } from "./icons";

/** A reward's state as a shape and a word. */
export function StateMark({ state, label }: { state: RewardState; label: string }) {
  return (
    <span class={`mark ${state}`}>
      <Icon name={state === "redeemed" ? "check" : state} />
      {label}
    </span>
  );
}
