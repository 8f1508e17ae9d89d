import { z } from "zod";
import { loadLedgerList, loadRuleList } from "@/components/console/points/points-list-state";
import type { EntryRow, RuleRow } from "@/components/console/points/points-rows";
import type { ListPage } from "@/lib/client/list-page";
import { STATUSES } from "@/lib/domain/record";
import type { ServiceContext } from "@/lib/services/context";
import { nameMembers } from "@/lib/services/members/name-members";
import { listLedger } from "@/lib/services/points/list-ledger";
import { listRewardRules } from "@/lib/services/reward-rules/list-reward-rules";

const PAGE_SIZE = "25";
const MAX_CHOICES = "1000";

const rule = z.object({
  id: z.string(),
  eventType: z.string(),
  points: z.number(),
  status: z.enum(STATUSES),
  updatedAt: z.string(),
});

const entry = z.object({
  id: z.string(),
  createdAt: z.string(),
  ownedById: z.string(),
  eventType: z.string(),
  points: z.number(),
  balanceAfter: z.number(),
  reference: z.string().nullable(),
  metadata: z.record(z.string(), z.unknown()).nullable(),
});

/** The list of reward rules as its address names it. */
export async function readRewardRules(context: ServiceContext, query: URLSearchParams): Promise<ListPage<RuleRow>> {
  const { status, q, after } = loadRuleList(query);
  const conditions = [
    ...(status ? [{ fieldSlug: "status", operator: "eq", value: status }] : []),
    ...(q ? [{ fieldSlug: "eventType", operator: "contains", value: q }] : []),
  ];
  const parameters = new URLSearchParams({ limit: PAGE_SIZE });
  if (conditions.length > 0) parameters.set("filters", JSON.stringify({ and: conditions }));
  if (after) parameters.set("startingAfter", after);
  const { data, paging } = await listRewardRules(context, parameters);
  return { rows: data.map((item) => rule.parse(item)), nextCursor: paging.nextCursor };
}

/** Every rule, as filters and the award form offer them. */
export async function readRuleChoices(context: ServiceContext): Promise<RuleRow[]> {
  const sortBy = '[{"fieldSlug":"eventType","order":"ASC"}]';
  const { data } = await listRewardRules(context, new URLSearchParams({ limit: MAX_CHOICES, sortBy }));
  return data.map((item) => rule.parse(item));
}

/** The ledger as its address names it, the latest entry first. */
export async function readLedger(context: ServiceContext, query: URLSearchParams): Promise<ListPage<EntryRow>> {
  const { member, event, after } = loadLedgerList(query);
  const conditions = [
    ...(member ? [{ fieldSlug: "ownedById", operator: "eq", value: member }] : []),
    ...(event ? [{ fieldSlug: "eventType", operator: "eq", value: event }] : []),
  ];
  // A member's entries are numbered, which is how their index goes.
  const sortBy = JSON.stringify([{ fieldSlug: member ? "number" : "createdAt", order: "DESC" }]);
  const parameters = new URLSearchParams({ limit: PAGE_SIZE, sortBy });
  if (conditions.length > 0) parameters.set("filters", JSON.stringify({ and: conditions }));
  if (after) parameters.set("startingAfter", after);
  const { data, paging } = await listLedger(context, parameters);
  const entries = data.map((item) => entry.parse(item));
  const names = await nameMembers(
    context,
    entries.map(({ ownedById }) => ownedById),
  );
  const rows = entries.map(({ ownedById, metadata, ...item }) => {
    const known = names.get(ownedById);
    const reason = metadata?.["reason"];
    return {
      ...item,
      reason: typeof reason === "string" ? reason : null,
      member: known ? { id: ownedById, ...known } : null,
    };
  });
  return { rows, nextCursor: paging.nextCursor };
}
