import { findMilestone, milestoneHasPaid, updateMilestone as writeMilestone } from "@/db/queries/milestones";
import { lockParent } from "@/db/queries/parents";
import { MILESTONE_TEXTS, milestoneUpdate, PARENT_FIELDS } from "@/lib/contracts/milestone";
import { AppError } from "@/lib/errors";
import { recordReading } from "@/lib/services/icons/record-reading";
import { refuseUnknownIcons } from "@/lib/services/icons/refuse-unknown-icons";
import { scopeOfPatch } from "@/lib/services/localization/scope-of-patch";
import { changedTranslations } from "@/lib/services/localization/write-translations";
import { lockedFields } from "@/lib/services/locked-fields";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { checkTarget } from "./check-target";
import { presentMilestone } from "./present-milestone";

/**
 * Changes a milestone. Once it has paid, its target is locked (DOMAIN 2); its parent always is.
 * @throws AppError `forbidden`, `not_found`, `invalid_request`; `locked` that points at the field
 */
export const updateMilestone = mutation(
  { scope: scopeOfPatch, slug: "milestone", action: "update" },
  async (context, tx, { id, patch }: { id: string; patch: unknown }) => {
    const changes = parse(milestoneUpdate, patch);
    const found = await findMilestone(context.scope, tx, id);
    if (!found) throw new AppError("not_found");
    await lockParent(context.scope, tx, found.linkedSchemaRecordId);
    const current = await findMilestone(context.scope, tx, id);
    if (!current) throw new AppError("not_found");

    const moved = lockedFields(PARENT_FIELDS, current, changes);
    if (moved.length > 0)
      throw new AppError("locked", {
        detail: "A milestone stays with its streak or challenge: create another one there.",
        errors: moved.map((field) => ({ pointer: `/${field}`, code: "locked", message: "cannot be changed" })),
      });
    if (lockedFields(["milestoneTargetValue"], current, changes).length > 0) {
      const parent = { slug: current.linkedSchemaSlug, id: current.linkedSchemaRecordId };
      await checkTarget(context, tx, parent, changes.milestoneTargetValue ?? current.milestoneTargetValue);
      if (await milestoneHasPaid(context.scope, tx, id))
        throw new AppError("locked", {
          detail: "The milestone has given rewards, so milestoneTargetValue can no longer change: create another one.",
          errors: [{ pointer: "/milestoneTargetValue", code: "locked", message: "is locked by rewards" }],
        });
    }
    await refuseUnknownIcons(context.scope, tx, changes);
    const row = await writeMilestone(context.scope, tx, id, {
      ...changes,
      ...changedTranslations(context, MILESTONE_TEXTS, current, changes),
      updatedAt: context.now,
    });
    if (!row) throw new AppError("not_found");
    const reading = await recordReading(context, tx, [current, row]);
    const milestone = presentMilestone(row, reading);
    return { recordId: id, before: presentMilestone(current, reading), after: milestone, result: milestone };
  },
);
