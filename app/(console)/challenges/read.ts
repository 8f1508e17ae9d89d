import { z } from "zod";
import { type CHALLENGE_SORTS, loadChallengeList } from "@/components/console/challenges/challenge-list-state";
import type { ChallengeRow } from "@/components/console/challenges/challenge-row";
import type { ListPage } from "@/lib/client/list-page";
import { WINDOW_PERIODS } from "@/lib/domain/period";
import { AGGREGATION_METHODS, STATUSES } from "@/lib/domain/record";
import { listChallenges } from "@/lib/services/challenges/list-challenges";
import type { ServiceContext } from "@/lib/services/context";
import { countMilestones } from "@/lib/services/milestones/count-milestones";

const PAGE_SIZE = "25";

const SORTS = {
  newest: [{ fieldSlug: "createdAt", order: "DESC" }],
  updated: [{ fieldSlug: "updatedAt", order: "DESC" }],
  name: [{ fieldSlug: "name", order: "ASC" }],
} as const satisfies Record<(typeof CHALLENGE_SORTS)[number], object[]>;

const record = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(STATUSES),
  aggregationMethod: z.enum(AGGREGATION_METHODS),
  aggregationPeriod: z.enum(WINDOW_PERIODS),
  completionTargetValue: z.number(),
  updatedAt: z.string(),
});

/** The list of challenges as its address names it. */
export async function readChallenges(context: ServiceContext, query: URLSearchParams): Promise<ListPage<ChallengeRow>> {
  const { status, q, sort, after } = loadChallengeList(query);
  const conditions = [
    ...(status ? [{ fieldSlug: "status", operator: "eq", value: status }] : []),
    ...(q ? [{ fieldSlug: "name", operator: "contains", value: q }] : []),
  ];
  const parameters = new URLSearchParams({ limit: PAGE_SIZE, sortBy: JSON.stringify(SORTS[sort]) });
  if (conditions.length > 0) parameters.set("filters", JSON.stringify({ and: conditions }));
  if (after) parameters.set("startingAfter", after);

  const { data, paging } = await listChallenges(context, parameters);
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
