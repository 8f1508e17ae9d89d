/** The records that the command palette opens. */
export const SEARCH_KINDS = ["streak", "challenge", "milestone", "member", "reward_log"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A record that was looked for: what it is called, and what tells it from others of that name. */
export interface SearchHit {
  kind: SearchKind;
  id: string;
  title: string;
  detail: string | null;
  /** Of a milestone, whose place is inside its parent. */
  parent: { slug: "streak" | "challenge"; id: string } | null;
}
