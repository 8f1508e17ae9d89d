import { findMilestone } from "@/db/queries/milestones";
import { listMembersOfSet } from "@/db/queries/report-members";
import { memberFields, memberList } from "@/lib/contracts/member";
import { memberSet } from "@/lib/contracts/report";
import type { Days } from "@/lib/domain/report-range";
import type { ServiceContext } from "@/lib/services/context";
import { type ListAnswer, listRecords } from "@/lib/services/list-records";
import { presentMember } from "@/lib/services/members/present-member";
import { parse } from "@/lib/services/parse";
import { type Parent, readReported } from "./read-reported";

interface Asked {
  parent: Parent;
  days: Days;
  /** Which number's members, as lib/contracts/report.ts reads it. */
  set: unknown;
}

interface ReportMembers extends ListAnswer {
  /** What the streak or challenge is called, and the milestones that the set names; null for a deleted one. */
  names: { parent: string; milestone: string | null; before: string | null };
}

/**
 * Lists the members whom a number of a report counts, by the parameters of every list (DOMAIN 4).
 * @throws AppError `forbidden`, `not_found`; `invalid_request` for a wrong range, set or parameter
 */
export async function listReportMembers(
  context: ServiceContext,
  { parent, days, set: given }: Asked,
  parameters: URLSearchParams,
): Promise<ReportMembers> {
  const { scope, db } = context;
  const { found, range } = await readReported(context, parent, days);
  const set = parse(memberSet, given);
  const nameOf = async (id: string | null) =>
    id === null ? null : ((await findMilestone(scope, db, id))?.name ?? null);
  const [answer, milestone, before] = await Promise.all([
    listRecords(
      context,
      parameters,
      { slug: "member", types: memberList, fields: memberFields },
      (query) => listMembersOfSet(scope, db, query, { ...parent, range }, set),
      (rows) => rows.map(presentMember),
    ),
    nameOf("milestoneId" in set ? set.milestoneId : null),
    nameOf(set.of === "missed" ? set.before : null),
  ]);
  return { ...answer, names: { parent: found.name, milestone, before } };
}
