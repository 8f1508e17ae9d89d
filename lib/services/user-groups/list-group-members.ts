import { listMembers } from "@/db/queries/members";
import { memberFields, memberList } from "@/lib/contracts/member";
import type { ServiceContext } from "@/lib/services/context";
import { type ListAnswer, listRecords } from "@/lib/services/list-records";
import { presentMember } from "@/lib/services/members/present-member";
import { getUserGroup } from "./get-user-group";

/**
 * Lists the members of a group, by the parameters of every list (DOMAIN 4); deleted members are in no group.
 * @throws AppError `forbidden`, `not_found`; `invalid_request` that names the wrong parameter
 */
export async function listGroupMembers(
  context: ServiceContext,
  id: string,
  parameters: URLSearchParams,
): Promise<ListAnswer> {
  const group = await getUserGroup(context, id);
  return listRecords(
    context,
    parameters,
    { slug: `user_group ${group.id}`, types: memberList, fields: memberFields },
    (query) => listMembers(context.scope, context.db, query, group.id),
    (rows) => rows.map(presentMember),
  );
}
