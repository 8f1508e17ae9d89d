import type { Tx } from "@/db/client";
import { highestTarget } from "@/db/queries/milestones";
import { lockParent } from "@/db/queries/parents";
import { findStreak, streakHasLogs, updateStreak as writeStreak } from "@/db/queries/streaks";
import { SCHEDULE_ERROR, scheduleIsOrdered } from "@/lib/contracts/fields";
import { STREAK_LOCKED_FIELDS, STREAK_TEXTS, streakUpdate } from "@/lib/contracts/streak";
import { amountOf, amountToText } from "@/lib/domain/amount";
import { AppError, invalidField } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { recordReading } from "@/lib/services/icons/record-reading";
import { refuseUnknownIcons } from "@/lib/services/icons/refuse-unknown-icons";
import { scopeOfPatch } from "@/lib/services/localization/scope-of-patch";
import { changedTranslations } from "@/lib/services/localization/write-translations";
import { lockedFields } from "@/lib/services/locked-fields";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentStreak } from "./present-streak";

/**
 * Changes a streak. While it has logs, the fields that its arithmetic rests on are locked (DOMAIN 2).
 * @throws AppError `forbidden`, `not_found`, `invalid_request`; `locked` that points at each locked field
 */
export const updateStreak = mutation(
  { scope: scopeOfPatch, slug: "streak", action: "update" },
  async (context, tx, { id, patch }: { id: string; patch: unknown }) => {
    const changes = parse(streakUpdate, patch);
    await lockParent(context.scope, tx, id);
    const current = await findStreak(context.scope, tx, id);
    if (!current) throw new AppError("not_found");
    if (!scheduleIsOrdered({ ...current, ...changes }))
      throw invalidField("/endsAt", "out_of_order", `endsAt ${SCHEDULE_ERROR.error}`);
    if (changes.completionTargetValue !== undefined)
      await refuseBelowMilestones(context, tx, id, changes.completionTargetValue);
    const locked = lockedFields(STREAK_LOCKED_FIELDS, current, changes);
    if (locked.length > 0 && (await streakHasLogs(context.scope, tx, id)))
      throw new AppError("locked", {
        detail: `The streak has logs, so ${locked.join(", ")} can no longer change: duplicate it as a new one.`,
        errors: locked.map((field) => ({ pointer: `/${field}`, code: "locked", message: "is locked by logs" })),
      });
    await refuseUnknownIcons(context.scope, tx, changes);
    const row = await writeStreak(context.scope, tx, id, {
      ...changes,
      ...changedTranslations(context, STREAK_TEXTS, current, changes),
      updatedAt: context.now,
    });
    if (!row) throw new AppError("not_found");
    const reading = await recordReading(context, tx, [current, row]);
    const streak = presentStreak(row, reading);
    return { recordId: id, before: presentStreak(current, reading), after: streak, result: streak };
  },
);

/** A streak's milestones never lie beyond its end (DOMAIN 2). */
async function refuseBelowMilestones(
  context: ServiceContext,
  tx: Tx,
  id: string,
  completionTarget: number,
): Promise<void> {
  const highest = await highestTarget(context.scope, tx, id);
  if (highest === null || highest <= amountOf(completionTarget)) return;
  throw invalidField(
    "/completionTargetValue",
    "below_milestone",
    `completionTargetValue must be at least ${amountToText(highest)}, the target of a milestone`,
  );
}
