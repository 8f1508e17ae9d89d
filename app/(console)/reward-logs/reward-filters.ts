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

/**
 * Rewards by id, as they were when they were seen: one that was changed later than all of them is left out, so that a
 * digest of the ids tells.
 */
export function seenRewardFilters(rewards: { id: string; updatedAt: string }[]): string {
  const latest = rewards
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1);
  return JSON.stringify({
    and: [
      { fieldSlug: "id", operator: "in", value: rewards.map(({ id }) => id) },
      { fieldSlug: "updatedAt", operator: "lte", value: latest },
    ],
  });
}
