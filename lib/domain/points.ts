/** The event type of the entries that milestones make; no reward rule can take it. */
export const MILESTONE_EVENT = "milestone_achieved";

/** Most points, given or taken, that one rule or milestone is worth. */
export const MAX_POINTS = 1_000_000_000;

/**
 * How far from 0 an award may bring a balance. Far below what a double counts exactly, so that milestones, which always
 * pay, stay exact as well.
 */
export const MAX_BALANCE = 1_000_000_000_000_000;

/** Whether an award may bring a balance there: within what can be counted, or back towards it (db/functions/award-points.sql). */
export function mayBecome(before: number, after: number): boolean {
  return Math.abs(after) <= MAX_BALANCE || Math.abs(after) <= Math.abs(before);
}
