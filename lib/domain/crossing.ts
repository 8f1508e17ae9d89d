import type { Amount } from "./amount";

/** Milestones that a change from the old to the new value achieves: above the old one, at or below the new; lowest first. */
export function crossedMilestones<M extends { target: Amount }>(
  milestones: readonly M[],
  from: Amount,
  to: Amount,
): M[] {
  return milestones.filter(({ target }) => target > from && target <= to).sort((a, b) => Number(a.target - b.target));
}
