import { listMembers as fetchMembers } from "@/db/queries/members";
import { memberFields, memberList } from "@/lib/contracts/member";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { type ListAnswer, listRecords } from "@/lib/services/list-records";
import { presentMember } from "./present-member";

/**
 * Lists members, by the parameters of every list (DOMAIN 4).
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function listMembers(context: ServiceContext, parameters: URLSearchParams): Promise<ListAnswer> {
  authorize(context, "members:read");
  return listRecords(
    context,
    parameters,
    { slug: "member", types: memberList, fields: memberFields },
    (query) => fetchMembers(context.scope, context.db, query),
    (rows) => rows.map(presentMember),
  );
}
