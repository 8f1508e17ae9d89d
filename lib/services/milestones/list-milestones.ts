import { listMilestones as fetchMilestones } from "@/db/queries/milestones";
import { milestoneFields, milestoneList } from "@/lib/contracts/milestone";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { recordReading } from "@/lib/services/icons/record-reading";
import { type ListAnswer, listRecords } from "@/lib/services/list-records";
import { presentMilestone } from "./present-milestone";

/**
 * Lists milestones, by the parameters of every list (DOMAIN 4).
 * @throws AppError `forbidden`; `invalid_request` that names the wrong parameter
 */
export async function listMilestones(context: ServiceContext, parameters: URLSearchParams): Promise<ListAnswer> {
  authorize(context, "campaigns:read");
  return listRecords(
    context,
    parameters,
    { slug: "milestone", types: milestoneList, fields: milestoneFields },
    (query) => fetchMilestones(context.scope, context.db, query),
    async (rows, languageCode) => {
      const reading = await recordReading(context, context.db, rows, languageCode);
      return rows.map((row) => presentMilestone(row, reading));
    },
  );
}
