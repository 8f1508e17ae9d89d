import { findUserGroup } from "@/db/queries/user-groups";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentUserGroup } from "./present-user-group";

/**
 * Reads one group.
 * @throws AppError `forbidden`, `not_found`
 */
export async function getUserGroup(context: ServiceContext, id: string) {
  authorize(context, "members:read");
  const row = await findUserGroup(context.scope, context.db, id);
  if (!row) throw new AppError("not_found");
  return presentUserGroup(row);
}
