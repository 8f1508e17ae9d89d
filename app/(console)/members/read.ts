import type { inferParserType } from "nuqs/server";
import { z } from "zod";
import {
  loadMemberList,
  type MEMBER_SORTS,
  type memberListState,
} from "@/components/console/members/member-list-state";
import { type MemberListPage, memberName } from "@/components/console/members/member-row";
import { STATUSES } from "@/lib/domain/record";
import { chosenDays, DEFAULT_PRESET } from "@/lib/domain/report-range";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { exportMembers } from "@/lib/services/exports/export-members";
import { getMember } from "@/lib/services/members/get-member";
import { listMembers } from "@/lib/services/members/list-members";
import { nameMembers } from "@/lib/services/members/name-members";
import { listReportMembers } from "@/lib/services/reports/list-report-members";

const PAGE_SIZE = "25";
const SEARCHED = ["externalId", "displayName", "firstName", "lastName", "email"];
/** A trigram index knows no shorter middle of a text. */
const TRIGRAM = 3;

const SORTS: Record<(typeof MEMBER_SORTS)[number], string> = { newest: "createdAt", updated: "updatedAt" };

const record = z.object({
  id: z.string(),
  externalId: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  displayName: z.string().nullable(),
  email: z.string().nullable(),
  status: z.enum(STATUSES),
  pointsBalance: z.number(),
  createdAt: z.string(),
});

/** The list of members as its address names it. */
export async function readMembers(context: ServiceContext, query: URLSearchParams): Promise<MemberListPage> {
  const list = loadMemberList(query);
  const parameters = filtersOf(list);
  parameters.set("sortBy", JSON.stringify([{ fieldSlug: SORTS[list.sort], order: "DESC" }]));
  parameters.set("limit", PAGE_SIZE);
  if (list.after) parameters.set("startingAfter", list.after);
  const { data, paging, behind } = await listOf(context, list, parameters);
  return {
    rows: data.map((item) => {
      const member = record.parse(item);
      const { id, externalId, email, status: its, pointsBalance, createdAt } = member;
      return { id, externalId, name: memberName(member), email, status: its, pointsBalance, createdAt };
    }),
    nextCursor: paging.nextCursor,
    behind,
  };
}

/** The same members on all pages, as a CSV file in pieces, the newest first. */
export function exportMemberList(context: ServiceContext, query: URLSearchParams) {
  const list = loadMemberList(query);
  const asked = askedOf(context, list);
  return exportMembers(context, filtersOf(list), asked ? (page) => listReportMembers(context, asked, page) : undefined);
}

type Listed = inferParserType<typeof memberListState>;

/** What the list's address filters by, as parameters of the list. */
function filtersOf({ status, q }: Listed): URLSearchParams {
  const operator = [...q].length < TRIGRAM ? "startsWith" : "contains";
  const conditions = [
    ...(status ? [{ fieldSlug: "status", operator: "eq", value: status }] : []),
    ...(q ? [{ or: SEARCHED.map((fieldSlug) => ({ fieldSlug, operator, value: q })) }] : []),
  ];
  return new URLSearchParams(conditions.length > 0 ? { filters: JSON.stringify({ and: conditions }) } : {});
}

/** All members, or those behind the number of a report that the address names. */
async function listOf(context: ServiceContext, list: Listed, parameters: URLSearchParams) {
  const asked = askedOf(context, list);
  if (!asked) return { ...(await listMembers(context, parameters)), behind: null };
  const [{ data, paging, names }, whole] = await Promise.all([
    listReportMembers(context, asked, parameters),
    // Of all whom the number counts, however the list is narrowed.
    listReportMembers(context, asked, new URLSearchParams({ limit: "1", fetchTotalCount: "true" })),
  ]);
  const { parent: campaign, milestone, before } = names;
  const { parent, days, of } = asked;
  const behind = { ...parent, of, campaign, milestone, before, days, total: whole.paging.totalCount ?? 0 };
  return { data, paging, behind };
}

/** The number of a report that the address names, if it names one. */
function askedOf(context: ServiceContext, list: Listed) {
  const { of } = list;
  const [slug, id] = list.streak ? (["streak", list.streak] as const) : (["challenge", list.challenge] as const);
  if (!id || !of) return null;
  const days = chosenDays({ ...list, range: DEFAULT_PRESET }, context.now, context.program.timeZone ?? "UTC");
  return { of, parent: { slug, id }, days, set: setOf(list) };
}

/** The set as the service reads it, which refuses what is not whole. */
function setOf({ of, milestone: milestoneId, before }: Listed) {
  if (of === "reached") return { of, milestoneId };
  return of === "missed" ? { of, milestoneId, before } : { of };
}

/** The id that a query names. @throws AppError `not_found` for what can be nobody's */
export function idOf(query: URLSearchParams): string {
  const id = z.uuid().safeParse(query.get("id")).data;
  if (!id) throw new AppError("not_found");
  return id;
}

/** One member. */
export async function readMember(context: ServiceContext, query: URLSearchParams) {
  return getMember(context, idOf(query));
}

/** What one member is called, deleted or not; null for nobody's id. */
export async function readMemberName(
  context: ServiceContext,
  query: URLSearchParams,
): Promise<{ name: string } | null> {
  const id = idOf(query);
  return (await nameMembers(context, [id])).get(id) ?? null;
}
