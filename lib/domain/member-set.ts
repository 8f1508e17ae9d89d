/**
 * Members whom a number of a report counts: who ever began; who did something in its range; who reached a milestone in
 * it; who took the step before (being active, or another milestone) and missed a milestone.
 */
export type MemberSet =
  | { of: "enrolled" }
  | { of: "active" }
  | { of: "reached"; milestoneId: string }
  | { of: "missed"; milestoneId: string; before: string | null };

/** The kinds of sets that an address may name. */
export const MEMBER_SETS = ["enrolled", "active", "reached", "missed"] as const satisfies MemberSet["of"][];
