import type { ParentSlug } from "@/lib/domain/record";

/** The texts that can be translated, of parents and milestones, in the order in which members meet them. */
export const TEXT_FIELDS = [
  "eudTitle",
  "eudDescription",
  "eudMilestoneRewardTitle",
  "eudMilestoneRewardInstructionMessage",
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** A text that a language lacks, or has of an older source. */
export interface OpenTextRow {
  slug: ParentSlug | "milestone";
  recordId: string;
  parentSlug: ParentSlug;
  parentId: string;
  name: string;
  field: TextField;
  source: string;
  state: "missing" | "outdated";
  /** What an outdated one says. */
  translation: string | null;
}

/**
 * The open texts of one language, and how many each of the program's has (null for one that it does not offer). No
 * language: the program speaks just one.
 */
export interface OpenTextsView {
  language: string | null;
  languages: { language: string; open: number | null }[];
  texts: OpenTextRow[];
  nextCursor: string | null;
}

/** A translation as it is saved, and the source that it was made from. */
export interface TextChange {
  slug: OpenTextRow["slug"];
  recordId: string;
  language: string;
  field: TextField;
  source: string;
  text: string;
}
