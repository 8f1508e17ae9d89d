import type { ParentSlug } from "@/lib/domain/record";

/** What home shows: what needs somebody's hand, and how far the set-up is. */
export interface HomeView {
  /** Rewards without a code; counted up to `most`. */
  waiting: { count: number; most: number; oldestAt: string | null };
  drafts: { slug: ParentSlug; id: string; name: string; updatedAt: string }[];
  /** The kinds of which there are more drafts. */
  moreDrafts: ParentSlug[];
  texts: { language: string; missing: number; outdated: number }[];
  steps: Record<FirstStep, boolean>;
}

/** The first steps of a program, in the order in which they are best taken. */
export const FIRST_STEPS = ["campaign", "language", "apiKey", "activity", "widget"] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];
