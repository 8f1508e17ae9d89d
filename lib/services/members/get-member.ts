import { findMember } from "@/db/queries/members";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentMember } from "./present-member";

/**
 * Reads one member.
 * @throws AppError `forbidden`, `not_found`
 */
export async function getMember(context: ServiceContext, id: string) {
  authorize(context, "members:read");
  const row = await findMember(context.scope, context.db, id);
  if (!row) throw new AppError("not_found");
  return presentMember(row);
}
