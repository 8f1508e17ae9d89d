import type { ParentSlug } from "@/lib/domain/record";
import type { ReportRange } from "@/lib/domain/report-range";
import type { RewardState } from "@/lib/domain/reward-state";
import { iso } from "@/lib/services/wire";

/** A list and the filter (as `filters` of it, DOMAIN 4) whose rows a number counts, or whose members. */
export interface Rows {
  slug: `${ParentSlug}_progress` | `${ParentSlug}_log` | "reward_log";
  filters: { and: { fieldSlug: string; operator: "eq" | "gte" | "lt"; value: string }[] };
}

interface Parent {
  slug: ParentSlug;
  id: string;
}

const is = (fieldSlug: string, value: string) => ({ fieldSlug, operator: "eq" as const, value });

function within(fieldSlug: string, { from, to }: ReportRange) {
  return [
    { fieldSlug, operator: "gte" as const, value: iso(from) },
    { fieldSlug, operator: "lt" as const, value: iso(to) },
  ];
}

/** The progress of everybody who ever began. */
export function progressRows({ slug, id }: Parent): Rows {
  return { slug: `${slug}_progress`, filters: { and: [is(`${slug}Id`, id)] } };
}

/** What members did for a parent in a range. */
export function activityRows({ slug, id }: Parent, range: ReportRange): Rows {
  return { slug: `${slug}_log`, filters: { and: [is(`${slug}Id`, id), ...within("activityAt", range)] } };
}

/** Rewards of a parent that were earned in a range, of one milestone or in one state. */
export function rewardRows(
  parentId: string,
  range: ReportRange,
  only: { milestoneId?: string; state?: RewardState },
): Rows {
  const conditions = Object.entries(only).map(([field, value]) => is(field, value));
  return {
    slug: "reward_log",
    filters: { and: [is("linkedSchemaRecordId", parentId), ...within("createdAt", range), ...conditions] },
  };
}
