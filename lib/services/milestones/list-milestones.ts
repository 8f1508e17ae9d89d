import { listMilestones as fetchMilestones } from "@/db/queries/milestones";
import { milestoneFields, milestoneList } from "@/lib/contracts/milestone";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { type ListAnswer, listRecords } from "@/lib/services/list-records";
import { readingIn } from "@/lib/services/localization/localize";
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
    (rows, languageCode) => rows.map((row) => presentMilestone(row, readingIn(context.program, languageCode))),
  );
}
