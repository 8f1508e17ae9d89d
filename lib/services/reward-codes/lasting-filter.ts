import type { ListQuery } from "@/db/queries/list";

type Filter = NonNullable<ListQuery["filter"]>;

/** What a code on a reward changes. */
const CHANGED_BY_CODES: ReadonlySet<string> = new Set([
  "updatedAt",
  "couponCode",
  "rewardIssuedAt",
  "rewardExpiryAt",
  "rewardRedeemedAt",
  "state",
]);

/** What of a filter a reward still matches once it has its code: the rest of its conditions hold for everything (null). */
export function lastingFilter(filter: Filter | null): Filter | null {
  if (filter === null) return null;
  if ("field" in filter) return CHANGED_BY_CODES.has(filter.field) ? null : filter;
  if ("and" in filter) {
    const kept = filter.and.map(lastingFilter).filter((item) => item !== null);
    return kept.length === 0 ? null : { and: kept };
  }
  const kept = filter.or.map(lastingFilter).filter((item) => item !== null);
  return kept.length < filter.or.length ? null : { or: kept };
}
