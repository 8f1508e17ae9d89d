import { countByParent } from "@/db/queries/milestones";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";

/**
 * Counts the milestones of each parent, whatever their status; parents without any are left out.
 * @throws AppError `forbidden`
 */
export async function countMilestones(context: ServiceContext, parentIds: string[]): Promise<Map<string, number>> {
  authorize(context, "campaigns:read");
  if (parentIds.length === 0) return new Map();
  const rows = await countByParent(context.scope, context.db, parentIds);
  return new Map(rows.map(({ parentId, milestones }) => [parentId, milestones]));
}
