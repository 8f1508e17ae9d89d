import { findMilestone } from "@/db/queries/milestones";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { recordReading } from "@/lib/services/icons/record-reading";
import { presentMilestone } from "./present-milestone";

/**
 * Reads one milestone, its texts in the language that fits `languageCode` best. Members meet milestones through their parent or a reward only.
 * @throws AppError `forbidden`, `not_found`
 */
export async function getMilestone(context: ServiceContext, id: string, languageCode: string | null = null) {
  authorize(context, "campaigns:read");
  const row = await findMilestone(context.scope, context.db, id);
  if (!row) throw new AppError("not_found");
  return presentMilestone(row, await recordReading(context, context.db, [row], languageCode));
}
