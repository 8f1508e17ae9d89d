import { z } from "zod";
import { type CAMPAIGN_SORTS, loadCampaignList } from "@/components/console/campaigns/campaign-list-state";
import type { CampaignRow } from "@/components/console/campaigns/campaign-row";
import type { ListPage } from "@/lib/client/list-page";
import { WINDOW_PERIODS } from "@/lib/domain/period";
import { AGGREGATION_METHODS, STATUSES } from "@/lib/domain/record";
import { listChallenges } from "@/lib/services/challenges/list-challenges";
import type { ServiceContext } from "@/lib/services/context";
import { countMilestones } from "@/lib/services/milestones/count-milestones";
import { listStreaks } from "@/lib/services/streaks/list-streaks";

const PAGE_SIZE = "25";

const SORTS = {
  newest: [{ fieldSlug: "createdAt", order: "DESC" }],
  updated: [{ fieldSlug: "updatedAt", order: "DESC" }],
  name: [{ fieldSlug: "name", order: "ASC" }],
} as const satisfies Record<(typeof CAMPAIGN_SORTS)[number], object[]>;

const record = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(STATUSES),
  aggregationMethod: z.enum(AGGREGATION_METHODS),
  aggregationPeriod: z.enum(WINDOW_PERIODS),
  aggregationTargetValue: z.number().optional(),
  completionTargetValue: z.number(),
  updatedAt: z.string(),
});

type List = typeof listStreaks | typeof listChallenges;

/** Reads a list of streaks or challenges as its address names it. */
function reader(list: List) {
  return (context: ServiceContext, query: URLSearchParams) => readList(context, query, list);
}

export const readStreaks = reader(listStreaks);
export const readChallenges = reader(listChallenges);

async function readList(context: ServiceContext, query: URLSearchParams, list: List): Promise<ListPage<CampaignRow>> {
  const { status, q, sort, after } = loadCampaignList(query);
  const conditions = [
    ...(status ? [{ fieldSlug: "status", operator: "eq", value: status }] : []),
    ...(q ? [{ fieldSlug: "name", operator: "contains", value: q }] : []),
  ];
  const parameters = new URLSearchParams({ limit: PAGE_SIZE, sortBy: JSON.stringify(SORTS[sort]) });
  if (conditions.length > 0) parameters.set("filters", JSON.stringify({ and: conditions }));
  if (after) parameters.set("startingAfter", after);

  const { data, paging } = await list(context, parameters);
  const records = data.map((item) => record.parse(item));
  const counts = await countMilestones(
    context,
    records.map(({ id }) => id),
  );
  return {
    rows: records.map((item) => ({ ...item, milestones: counts.get(item.id) ?? 0 })),
    nextCursor: paging.nextCursor,
  };
}
