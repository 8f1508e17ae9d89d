import type { inferParserType } from "nuqs/server";
import type { rewardListState } from "@/components/console/reward-logs/reward-list-state";
import { dayEnd, dayStart } from "@/lib/domain/days";

type Listed = inferParserType<typeof rewardListState>;

/** The state of the queue as `filters` of the list of reward logs; null when it filters nothing. */
export function rewardFilters(list: Listed, timeZone: string): string | null {
  const { state, parent, milestone, member, from, to, reward, changed } = list;
  const equal = {
    state,
    linkedSchemaRecordId: parent,
    milestoneId: milestone,
    ownedById: member,
    id: reward,
    updatedAt: changed,
  };
  const conditions: object[] = Object.entries(equal)
    .filter(([, value]) => value !== null)
    .map(([fieldSlug, value]) => ({ fieldSlug, operator: "eq", value }));
  if (from) conditions.push({ fieldSlug: "createdAt", operator: "gte", value: dayStart(from, timeZone) });
  if (to) conditions.push({ fieldSlug: "createdAt", operator: "lt", value: dayEnd(to, timeZone) });
  return conditions.length > 0 ? JSON.stringify({ and: conditions }) : null;
}
