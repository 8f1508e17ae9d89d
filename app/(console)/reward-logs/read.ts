import { z } from "zod";
import type { CampaignChoices } from "@/components/console/reward-logs/campaign-choices";
import { loadRewardList, type REWARD_SORTS } from "@/components/console/reward-logs/reward-list-state";
import type { RewardRow } from "@/components/console/reward-logs/reward-row";
import type { ListPage } from "@/lib/client/list-page";
import { listChallenges } from "@/lib/services/challenges/list-challenges";
import type { ServiceContext } from "@/lib/services/context";
import { exportRewardLogs } from "@/lib/services/exports/export-reward-logs";
import { listMilestones } from "@/lib/services/milestones/list-milestones";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { type SeenSet, selectRewardLogs } from "@/lib/services/reward-logs/select-reward-logs";
import { listStreaks } from "@/lib/services/streaks/list-streaks";
import { presentRewards } from "./present-rewards";
import { rewardFilters } from "./reward-filters";

const PAGE_SIZE = "25";
/** More than anybody picks from; the rest is found by the palette. */
const MAX_CHOICES = "1000";

const ORDERS: Record<(typeof REWARD_SORTS)[number], "ASC" | "DESC"> = { newest: "DESC", oldest: "ASC" };

/** The reward queue as its address names it. */
export async function readRewardLogs(context: ServiceContext, query: URLSearchParams): Promise<ListPage<RewardRow>> {
  const { after } = loadRewardList(query);
  const parameters = filtersOf(context, query);
  parameters.set("sortBy", JSON.stringify([{ fieldSlug: "createdAt", order: orderOf(query) }]));
  parameters.set("limit", PAGE_SIZE);
  if (after) parameters.set("startingAfter", after);
  const { data, paging } = await listRewardLogs(context, parameters);
  return { rows: await presentRewards(context, data), nextCursor: paging.nextCursor };
}

/** The same rewards on all pages, as a CSV file in pieces. */
export function exportRewards(context: ServiceContext, query: URLSearchParams) {
  const parameters = filtersOf(context, query);
  parameters.set("order", orderOf(query));
  return exportRewardLogs(context, parameters);
}

/** What the queue's address filters by, as parameters of the list. */
function filtersOf({ program }: ServiceContext, query: URLSearchParams): URLSearchParams {
  const filters = rewardFilters(loadRewardList(query), program.timeZone ?? "UTC");
  return new URLSearchParams(filters ? { filters } : {});
}

const orderOf = (query: URLSearchParams) => ORDERS[loadRewardList(query).sort];

/** All rewards that the queue's address matches, on every page of it: how many, and a digest of which. */
export async function readRewardSet(context: ServiceContext, query: URLSearchParams): Promise<SeenSet> {
  return selectRewardLogs(context, rewardFilters(loadRewardList(query), context.program.timeZone ?? "UTC"));
}

const campaign = z.object({ id: z.string(), name: z.string() });
const milestone = campaign.extend({ linkedSchemaRecordId: z.string() });

/** What rewards can be filtered by. */
export async function readCampaignChoices(context: ServiceContext): Promise<CampaignChoices> {
  const all = () => new URLSearchParams({ limit: MAX_CHOICES, sortBy: '[{"fieldSlug":"name","order":"ASC"}]' });
  const [streaks, challenges, milestones] = await Promise.all([
    listStreaks(context, all()),
    listChallenges(context, all()),
    listMilestones(context, all()),
  ]);
  return {
    parents: [...streaks.data, ...challenges.data].map((item) => campaign.parse(item)),
    milestones: milestones.data.map((item) => {
      const { id, name, linkedSchemaRecordId } = milestone.parse(item);
      return { id, name, parentId: linkedSchemaRecordId };
    }),
  };
}
