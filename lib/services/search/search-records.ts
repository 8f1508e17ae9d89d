import { type Sought, searchMembers, searchMilestones, searchParents, searchRewardLogs } from "@/db/queries/search";
import { uuid } from "@/lib/contracts/fields";
import type { Scope } from "@/lib/contracts/scopes";
import type { SearchHit } from "@/lib/contracts/search";
import type { ServiceContext } from "@/lib/services/context";
import { memberName } from "@/lib/services/members/name-members";
import { seesCodes } from "@/lib/services/reward-logs/code-mask";

const MIN_LENGTH = 2;
const MAX_LENGTH = 256;
const MOST_OF_A_KIND = 5;

/**
 * Finds records by name, id or the customer's own id, a few of each kind, the closest first, for opening them. Kinds
 * that the caller may not read are left out. Less than two characters find nothing.
 */
export async function searchRecords(context: ServiceContext, text: string): Promise<SearchHit[]> {
  const wanted = text.trim();
  if (wanted.length < MIN_LENGTH || wanted.length > MAX_LENGTH || !wanted.isWellFormed() || wanted.includes("\0"))
    return [];
  const sought: Sought = { text: wanted, id: uuid.safeParse(wanted).data ?? null, limit: MOST_OF_A_KIND };
  const hits: SearchHit[] = [];
  if (may(context, "campaigns:read")) hits.push(...(await findCampaigns(context, sought)));
  if (may(context, "members:read")) hits.push(...(await findMembers(context, sought)));
  if (may(context, "rewards:read")) hits.push(...(await findRewards(context, sought)));
  return hits;
}

function may({ actor }: ServiceContext, scope: Scope): boolean {
  if (actor.kind === "member") return false;
  return actor.kind === "system" || actor.scopes.includes(scope);
}

async function findCampaigns({ scope, db }: ServiceContext, sought: Sought): Promise<SearchHit[]> {
  const [streaks, challenges, milestones] = await Promise.all([
    searchParents(scope, db, "streak", sought),
    searchParents(scope, db, "challenge", sought),
    searchMilestones(scope, db, sought),
  ]);
  return [
    ...streaks.map(({ id, name }) => hit("streak", id, name)),
    ...challenges.map(({ id, name }) => hit("challenge", id, name)),
    ...milestones.map(({ id, name, parentSlug, parentId }) => ({
      ...hit("milestone", id, name),
      parent: { slug: parentSlug, id: parentId },
    })),
  ];
}

async function findMembers({ scope, db }: ServiceContext, sought: Sought): Promise<SearchHit[]> {
  const members = await searchMembers(scope, db, sought);
  return members.map((member) => {
    const { id, externalId, email } = member;
    const name = memberName(member);
    return hit("member", id, name, name === externalId ? email : externalId);
  });
}

async function findRewards(context: ServiceContext, sought: Sought): Promise<SearchHit[]> {
  const { scope, db } = context;
  // By what finds a hidden code it would be told after all: such a reader has its id, or nothing.
  const byCode = seesCodes(context);
  if (!byCode && sought.id === null) return [];
  const rewards = await searchRewardLogs(scope, db, sought, byCode);
  if (!byCode) return rewards.map(({ id, periodKey }) => hit("reward_log", id, id, periodKey));
  return rewards.map(({ id, couponCode, periodKey }) => hit("reward_log", id, couponCode ?? id, periodKey));
}

function hit(kind: SearchHit["kind"], id: string, title: string, detail: string | null = null): SearchHit {
  return { kind, id, title, detail, parent: null };
}
