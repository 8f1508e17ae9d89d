import { findMemberByExternalId, type MemberRow } from "@/db/queries/members";
import { memberCreate } from "@/lib/contracts/member";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";

/**
 * The member whose points are read, by the customer's own id.
 * @throws AppError `forbidden`; `not_found`, also for a text that can be nobody's id
 */
export async function findUser(context: ServiceContext, userId: string): Promise<MemberRow> {
  authorize(context, "points:read");
  const known = memberCreate.shape.externalId.safeParse(userId).success
    ? await findMemberByExternalId(context.scope, context.db, userId)
    : undefined;
  if (known) return known;
  throw new AppError("not_found", { detail: "There is no user with this userId" });
}
