/** Words that records of every kind share (DOMAIN 2). */
export const STATUSES = ["draft", "live", "paused"] as const;
export type Status = (typeof STATUSES)[number];

export const AGGREGATION_METHODS = ["sum", "count"] as const;
export type AggregationMethod = (typeof AGGREGATION_METHODS)[number];

/** What milestones hang on and activity is logged for. */
export const PARENT_SLUGS = ["streak", "challenge"] as const;
export type ParentSlug = (typeof PARENT_SLUGS)[number];

export const PROGRAM_MODES = ["live", "test"] as const;
export type ProgramMode = (typeof PROGRAM_MODES)[number];

/** `slug:recordId:ownedById:periodKey`, as documented by the system that Milepost's reward log mirrors (DOMAIN 2). */
export function rewardIdentifier(slug: ParentSlug, recordId: string, memberId: string, periodKey: string): string {
  return `${slug}:${recordId}:${memberId}:${periodKey}`;
}

/** Parent id and member id: shared by all runs or windows of the pair (DOMAIN 2). */
export function progressIdentifier(parentId: string, memberId: string): string {
  return `${parentId}:${memberId}`;
}
