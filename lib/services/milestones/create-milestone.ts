import { insertMilestone } from "@/db/queries/milestones";
import { lockParent } from "@/db/queries/parents";
import { milestoneCreate } from "@/lib/contracts/milestone";
import { recordReading } from "@/lib/services/icons/record-reading";
import { refuseUnknownIcons } from "@/lib/services/icons/refuse-unknown-icons";
import { newId } from "@/lib/services/ids";
import { newTranslations } from "@/lib/services/localization/write-translations";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { checkTarget } from "./check-target";
import { presentMilestone } from "./present-milestone";

/**
 * Creates a milestone on a streak or challenge. It rewards crossings from now on, never past ones (DOMAIN 3).
 * @throws AppError `forbidden`; `invalid_request` that points at each wrong field
 */
export const createMilestone = mutation(
  { scope: "campaigns:write", slug: "milestone", action: "create" },
  async (context, tx, input: unknown) => {
    const values = parse(milestoneCreate, input);
    const parent = { slug: values.linkedSchemaSlug, id: values.linkedSchemaRecordId };
    await lockParent(context.scope, tx, parent.id);
    await checkTarget(context, tx, parent, values.milestoneTargetValue);
    await refuseUnknownIcons(context.scope, tx, values);
    const row = await insertMilestone(context.scope, tx, {
      ...values,
      ...newTranslations(context, values.translations),
      id: newId(),
      createdAt: context.now,
      updatedAt: context.now,
    });
    const milestone = presentMilestone(row, await recordReading(context, tx, [row]));
    return { recordId: row.id, before: null, after: milestone, result: milestone };
  },
);
