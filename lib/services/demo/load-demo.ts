import { transaction } from "@/db/client";
import { lockFirstBoot, programIsEmpty } from "@/db/queries/programs";
import { listRewardLogs } from "@/db/queries/reward-logs";
import { DEFAULT_LIST } from "@/lib/contracts/list";
import { createLogs } from "@/lib/services/activity/create-log";
import { watchGrowth } from "@/lib/services/activity/watch-growth";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { createMember } from "@/lib/services/members/create-member";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { awardPoints } from "@/lib/services/points/award-points";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { createRewardRule } from "@/lib/services/reward-rules/create-reward-rule";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { createUserGroup } from "@/lib/services/user-groups/create-user-group";
import { DEMO_CAMPAIGNS, DEMO_MEMBERS, type DemoCampaign } from "./campaigns";
import { DEMO_GROUPS, DEMO_RULES, demoRuleOf } from "./points";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 60;
/** Days that are taken in together: what was received then is dated by the last of them. */
const STRIDE = 3;
const MOST_REWARDS = 1000;

/**
 * Fills a program that has never had anything with the demo: four campaigns, twelve members in two groups, sixty days
 * of history up to `context.now`, rewards in every state, points. All of it or nothing, so that a start that was killed
 * leaves it to the next.
 * @returns whether this call filled it
 */
export async function loadDemo(context: ServiceContext): Promise<boolean> {
  const filled = await transaction(context.db, async (tx) => {
    await lockFirstBoot(tx);
    if (!(await programIsEmpty(context.scope, tx))) return false;
    await fill({ ...context, db: tx });
    return true;
  });
  if (filled) await watchGrowth(context.db, 0);
  return filled;
}

/** Through the same services as everything else, at the times at which it would have happened. */
async function fill(context: ServiceContext): Promise<void> {
  const start = { ...context, now: context.now - DAYS * DAY_MS };
  const members: string[] = [];
  for (const member of DEMO_MEMBERS) members.push((await createMember(start, member)).id);
  const campaigns: { campaign: DemoCampaign; parentId: string }[] = [];
  for (const campaign of DEMO_CAMPAIGNS) campaigns.push({ campaign, parentId: await createCampaign(start, campaign) });
  for (const rule of DEMO_RULES) await createRewardRule(start, rule);
  for (const { members: chosen, ...group } of DEMO_GROUPS)
    await createUserGroup(start, { ...group, memberIds: members.filter((_, member) => chosen(member)) });
  // Day by day, so that a member's points come in the order of their dates.
  for (let day = 0; day < DAYS; day += STRIDE) {
    for (const { campaign, parentId } of campaigns) await actOn(context, campaign, parentId, members, day);
    await awardFor(context, day);
  }
  await settleRewards(context);
}

async function createCampaign(context: ServiceContext, campaign: DemoCampaign): Promise<string> {
  const create = campaign.slug === "streak" ? createStreak : createChallenge;
  const { id } = await create(context, { ...campaign.values, activityIds: [campaign.activityId] });
  for (const milestone of campaign.milestones)
    await createMilestone(context, { ...milestone, linkedSchemaSlug: campaign.slug, linkedSchemaRecordId: id });
  return id;
}

async function actOn(
  context: ServiceContext,
  campaign: DemoCampaign,
  parentId: string,
  members: string[],
  first: number,
) {
  const acts = members.flatMap((memberId, member) =>
    Array.from({ length: STRIDE }, (_, offset) =>
      actOf(context.now, campaign, { parentId, memberId, member }, first + offset),
    ),
  );
  const rows = acts.filter((row) => row !== null);
  if (rows.length > 0) await createLogs({ ...context, now: receivedAt(context.now, first) }, campaign.slug, rows);
}

function receivedAt(now: number, first: number): number {
  return Math.min(now, now - (DAYS - STRIDE - first - 1) * DAY_MS);
}

/** Every member has points for something within three days, and now and then spends some. */
async function awardFor(context: ServiceContext, first: number): Promise<void> {
  const at = { ...context, now: receivedAt(context.now, first) };
  for (const [member, { externalId }] of DEMO_MEMBERS.entries()) {
    const rule = demoRuleOf(member, first);
    if (rule)
      await awardPoints(at, { userId: externalId, eventType: rule.eventType, reference: `demo-${member}-${first}` });
  }
}

/** One act a day at most, at an hour when the member is likely to be awake; none later than now. */
function actOf(
  now: number,
  campaign: DemoCampaign,
  { parentId, memberId, member }: { parentId: string; memberId: string; member: number },
  day: number,
): object | null {
  const midnight = now - (now % DAY_MS) - (DAYS - 1 - day) * DAY_MS;
  const at = Math.min(midnight + 10 * HOUR_MS + member * 600_000, now);
  // 1970-01-01 was a Thursday.
  const weekday = (Math.floor(at / DAY_MS) + 3) % 7;
  if (!campaign.acts(member, day, weekday)) return null;
  return {
    [`${campaign.slug}Id`]: parentId,
    ownedById: memberId,
    activityAt: new Date(at).toISOString(),
    activityId: campaign.activityId,
    uniqueIdentifier: `demo-${member}-${day}`,
    ...(campaign.value ? { activityValue: campaign.value(member, day) } : {}),
  };
}

/** Most rewards got a code a day after they were earned, good for three weeks; some were redeemed, some wait still. */
async function settleRewards(context: ServiceContext): Promise<void> {
  const { scope, db, now } = context;
  const sort = [{ field: "createdAt", descending: false }];
  const { rows } = await listRewardLogs(
    scope,
    db,
    { ...DEFAULT_LIST, sort, after: null, limit: MOST_REWARDS },
    now,
    null,
  );
  for (const [position, { reward }] of rows.entries()) {
    const issued = reward.createdAt + DAY_MS;
    if (issued > now || position % 4 === 3) continue;
    const redeemed = issued + 4 * DAY_MS;
    const patch = {
      couponCode: `DEMO-${String(1000 + position)}`,
      rewardIssuedAt: new Date(issued).toISOString(),
      rewardExpiryAt: new Date(issued + 21 * DAY_MS).toISOString(),
      ...(position % 4 === 0 && redeemed < now ? { rewardRedeemedAt: new Date(redeemed).toISOString() } : {}),
    };
    await updateRewardLog({ ...context, now: issued }, { id: reward.id, patch });
  }
}
