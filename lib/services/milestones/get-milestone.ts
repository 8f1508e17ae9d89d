import { findMilestone } from "@/db/queries/milestones";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentMilestone } from "./present-milestone";

/**
 * Reads one milestone. Members meet milestones through their parent or a reward only.
 * @throws AppError `forbidden`, `not_found`
 */
export async function getMilestone(context: ServiceContext, id: string) {
  authorize(context, "campaigns:read");
  const row = await findMilestone(context.scope, context.db, id);
  if (!row) throw new AppError("not_found");
  return presentMilestone(row);
}
