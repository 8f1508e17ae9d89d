import { listRewardLogs } from "@/db/queries/reward-logs";
import { DEFAULT_LIST } from "@/lib/contracts/list";
import { createLogs } from "@/lib/services/activity/create-log";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { createMember } from "@/lib/services/members/create-member";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { DEMO_CAMPAIGNS, DEMO_MEMBERS, type DemoCampaign } from "./campaigns";

const DAY_MS = 86_400_000;
const DAYS = 60;
const BATCH = 1000;
/** Of every four rewards, oldest first: redeemed, expired, still valid, and one that waits for its code. */
const REWARD_KINDS = 4;

/**
 * Fills a program with the demo: four campaigns, twelve members, sixty days of history up to now, rewards in every
 * state. Through the same services as everything else.
 */
export async function loadDemo(context: ServiceContext): Promise<void> {
  const members: string[] = [];
  for (const member of DEMO_MEMBERS) members.push((await createMember(context, member)).id);
  for (const campaign of DEMO_CAMPAIGNS) await loadCampaign(context, campaign, members);
  await settleRewards(context);
}

async function loadCampaign(context: ServiceContext, campaign: DemoCampaign, members: string[]): Promise<void> {
  const create = campaign.slug === "streak" ? createStreak : createChallenge;
  const { id } = await create(context, campaign.values);
  for (const milestone of campaign.milestones)
    await createMilestone(context, { ...milestone, linkedSchemaSlug: campaign.slug, linkedSchemaRecordId: id });

  const logs = members.flatMap((memberId, member) => history(context.now, campaign, id, memberId, member));
  for (let from = 0; from < logs.length; from += BATCH)
    await createLogs(context, campaign.slug, logs.slice(from, from + BATCH));
}

/** One act a day at most, at an hour when the member is likely to be awake; none later than now. */
function history(now: number, campaign: DemoCampaign, parentId: string, memberId: string, member: number): object[] {
  const today = now - (now % DAY_MS);
  return Array.from({ length: DAYS }, (_, day) => {
    const at = Math.min(today - (DAYS - 1 - day) * DAY_MS + 10 * 3_600_000 + member * 600_000, now);
    // 1970-01-01 was a Thursday.
    const weekday = (Math.floor(at / DAY_MS) + 3) % 7;
    return { day, at, weekday };
  })
    .filter(({ day, weekday }) => campaign.acts(member, day, weekday))
    .map(({ day, at }) => ({
      [`${campaign.slug}Id`]: parentId,
      ownedById: memberId,
      activityAt: new Date(at).toISOString(),
      activityId: campaign.activityId,
      uniqueIdentifier: `demo-${member}-${day}`,
      ...(campaign.value ? { activityValue: campaign.value(member, day) } : {}),
    }));
}

async function settleRewards(context: ServiceContext): Promise<void> {
  const { scope, db, now } = context;
  const query = { ...DEFAULT_LIST, sort: [{ field: "createdAt", descending: false }], after: null, limit: BATCH };
  const { rows } = await listRewardLogs(scope, db, query, now, null);
  for (const [position, { reward }] of rows.entries()) {
    const issued = now - 30 * DAY_MS;
    const at = (days: number) => new Date(now + days * DAY_MS).toISOString();
    const code = { couponCode: `DEMO-${String(1000 + position)}`, rewardIssuedAt: new Date(issued).toISOString() };
    const kinds = [
      { ...code, rewardExpiryAt: at(30), rewardRedeemedAt: at(-10) },
      { ...code, rewardExpiryAt: at(-2) },
      { ...code, rewardExpiryAt: at(14) },
    ];
    const patch = kinds[position % REWARD_KINDS];
    if (patch) await updateRewardLog(context, { id: reward.id, patch });
  }
}
