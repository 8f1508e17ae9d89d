import { listUserGroups as fetchUserGroups } from "@/db/queries/user-groups";
import { userGroupFields, userGroupList } from "@/lib/contracts/user-group";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { type ListAnswer, listRecords } from "@/lib/services/list-records";
import { presentUserGroup } from "./present-user-group";

/**
 * Lists groups, by the parameters of every list (DOMAIN 4).
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function listUserGroups(context: ServiceContext, parameters: URLSearchParams): Promise<ListAnswer> {
  authorize(context, "members:read");
  return listRecords(
    context,
    parameters,
    { slug: "user_group", types: userGroupList, fields: userGroupFields },
    (query) => fetchUserGroups(context.scope, context.db, query),
    (rows) => rows.map(presentUserGroup),
  );
}
