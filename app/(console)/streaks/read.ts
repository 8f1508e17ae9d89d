import { z } from "zod";
import { loadStreakList, type STREAK_SORTS } from "@/components/console/streaks/streak-list-state";
import type { StreakRow } from "@/components/console/streaks/streak-row";
import type { ListPage } from "@/lib/client/list-page";
import { AGGREGATION_PERIODS } from "@/lib/domain/period";
import { AGGREGATION_METHODS, STATUSES } from "@/lib/domain/record";
import type { ServiceContext } from "@/lib/services/context";
import { countMilestones } from "@/lib/services/milestones/count-milestones";
import { listStreaks } from "@/lib/services/streaks/list-streaks";

const PAGE_SIZE = "25";

const SORTS = {
  newest: [{ fieldSlug: "createdAt", order: "DESC" }],
  updated: [{ fieldSlug: "updatedAt", order: "DESC" }],
  name: [{ fieldSlug: "name", order: "ASC" }],
} as const satisfies Record<(typeof STREAK_SORTS)[number], object[]>;

const record = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(STATUSES),
  aggregationMethod: z.enum(AGGREGATION_METHODS),
  aggregationPeriod: z.enum(AGGREGATION_PERIODS),
  aggregationTargetValue: z.number(),
  completionTargetValue: z.number(),
  updatedAt: z.string(),
});

/** The list of streaks as its address names it. */
export async function readStreaks(context: ServiceContext, query: URLSearchParams): Promise<ListPage<StreakRow>> {
  const { status, q, sort, after } = loadStreakList(query);
  const conditions = [
    ...(status ? [{ fieldSlug: "status", operator: "eq", value: status }] : []),
    ...(q ? [{ fieldSlug: "name", operator: "contains", value: q }] : []),
  ];
  const parameters = new URLSearchParams({ limit: PAGE_SIZE, sortBy: JSON.stringify(SORTS[sort]) });
  if (conditions.length > 0) parameters.set("filters", JSON.stringify({ and: conditions }));
  if (after) parameters.set("startingAfter", after);

  const { data, paging } = await listStreaks(context, parameters);
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
