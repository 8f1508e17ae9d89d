import { z } from "zod";
import { loadMilestoneList, type MILESTONE_SORTS } from "@/components/console/milestones/milestone-list-state";
import type { MilestoneRow } from "@/components/console/milestones/milestone-row";
import type { ListPage } from "@/lib/client/list-page";
import { PARENT_SLUGS, STATUSES } from "@/lib/domain/record";
import { listChallenges } from "@/lib/services/challenges/list-challenges";
import type { ServiceContext } from "@/lib/services/context";
import { listMilestones } from "@/lib/services/milestones/list-milestones";
import { listStreaks } from "@/lib/services/streaks/list-streaks";

const PAGE_SIZE = "25";

const SORTS = {
  newest: [{ fieldSlug: "createdAt", order: "DESC" }],
  updated: [{ fieldSlug: "updatedAt", order: "DESC" }],
  name: [{ fieldSlug: "name", order: "ASC" }],
} as const satisfies Record<(typeof MILESTONE_SORTS)[number], object[]>;

const record = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(STATUSES),
  linkedSchemaSlug: z.enum(PARENT_SLUGS),
  linkedSchemaRecordId: z.string(),
  milestoneTargetValue: z.number(),
  points: z.number(),
  updatedAt: z.string(),
});

const named = z.object({ id: z.string(), name: z.string() });

/** The list of milestones as its address names it, each with the name of its parent. */
export async function readMilestones(context: ServiceContext, query: URLSearchParams): Promise<ListPage<MilestoneRow>> {
  const { status, kind, q, sort, after } = loadMilestoneList(query);
  const conditions = [
    ...(status ? [{ fieldSlug: "status", operator: "eq", value: status }] : []),
    ...(kind ? [{ fieldSlug: "linkedSchemaSlug", operator: "eq", value: kind }] : []),
    ...(q ? [{ fieldSlug: "name", operator: "contains", value: q }] : []),
  ];
  const parameters = new URLSearchParams({ limit: PAGE_SIZE, sortBy: JSON.stringify(SORTS[sort]) });
  if (conditions.length > 0) parameters.set("filters", JSON.stringify({ and: conditions }));
  if (after) parameters.set("startingAfter", after);

  const { data, paging } = await listMilestones(context, parameters);
  const records = data.map((item) => record.parse(item));
  const parents = await parentNames(context, records);
  return {
    rows: records.map((item) => ({ ...item, parentName: parents.get(item.linkedSchemaRecordId) ?? null })),
    nextCursor: paging.nextCursor,
  };
}

type Linked = Pick<z.output<typeof record>, "linkedSchemaSlug" | "linkedSchemaRecordId">;

async function parentNames(context: ServiceContext, records: Linked[]): Promise<Map<string, string>> {
  const lists = { streak: listStreaks, challenge: listChallenges };
  const found = await Promise.all(
    PARENT_SLUGS.map(async (slug) => {
      const own = records.filter(({ linkedSchemaSlug }) => linkedSchemaSlug === slug);
      if (own.length === 0) return [];
      const ids = [...new Set(own.map(({ linkedSchemaRecordId }) => linkedSchemaRecordId))];
      const filters = JSON.stringify({ fieldSlug: "id", operator: "in", value: ids });
      const { data } = await lists[slug](context, new URLSearchParams({ limit: PAGE_SIZE, filters }));
      return data.map((item) => named.parse(item));
    }),
  );
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
