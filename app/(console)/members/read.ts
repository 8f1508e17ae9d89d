import { z } from "zod";
import { loadMemberList, type MEMBER_SORTS } from "@/components/console/members/member-list-state";
import { type MemberRow, memberName } from "@/components/console/members/member-row";
import type { ListPage } from "@/lib/client/list-page";
import { STATUSES } from "@/lib/domain/record";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { exportMembers } from "@/lib/services/exports/export-members";
import { getMember } from "@/lib/services/members/get-member";
import { listMembers } from "@/lib/services/members/list-members";
import { nameMembers } from "@/lib/services/members/name-members";

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
export async function readMembers(context: ServiceContext, query: URLSearchParams): Promise<ListPage<MemberRow>> {
  const { after } = loadMemberList(query);
  const parameters = narrowed(query);
  parameters.set("limit", PAGE_SIZE);
  if (after) parameters.set("startingAfter", after);
  const { data, paging } = await listMembers(context, parameters);
  return {
    rows: data.map((item) => {
      const member = record.parse(item);
      const { id, externalId, email, status: its, pointsBalance, createdAt } = member;
      return { id, externalId, name: memberName(member), email, status: its, pointsBalance, createdAt };
    }),
    nextCursor: paging.nextCursor,
  };
}

/** The same members on all pages, as a CSV file in pieces. */
export function exportMemberList(context: ServiceContext, query: URLSearchParams) {
  return exportMembers(context, narrowed(query));
}

/** What the list's address filters and sorts by, as parameters of the list. */
function narrowed(query: URLSearchParams): URLSearchParams {
  const { status, q, sort } = loadMemberList(query);
  const operator = [...q].length < TRIGRAM ? "startsWith" : "contains";
  const conditions = [
    ...(status ? [{ fieldSlug: "status", operator: "eq", value: status }] : []),
    ...(q ? [{ or: SEARCHED.map((fieldSlug) => ({ fieldSlug, operator, value: q })) }] : []),
  ];
  const sortBy = JSON.stringify([{ fieldSlug: SORTS[sort], order: "DESC" }]);
  return new URLSearchParams({
    sortBy,
    ...(conditions.length > 0 ? { filters: JSON.stringify({ and: conditions }) } : {}),
  });
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
