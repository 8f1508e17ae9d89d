import { challengeHasLogs, findChallenge, updateChallenge as writeChallenge } from "@/db/queries/challenges";
import { lockParent } from "@/db/queries/parents";
import { CHALLENGE_LOCKED_FIELDS, CHALLENGE_TEXTS, challengeUpdate } from "@/lib/contracts/challenge";
import { SCHEDULE_ERROR, scheduleIsOrdered } from "@/lib/contracts/fields";
import { AppError, invalidField } from "@/lib/errors";
import { recordReading } from "@/lib/services/icons/record-reading";
import { refuseUnknownIcons } from "@/lib/services/icons/refuse-unknown-icons";
import { scopeOfPatch } from "@/lib/services/localization/scope-of-patch";
import { changedTranslations } from "@/lib/services/localization/write-translations";
import { lockedFields } from "@/lib/services/locked-fields";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentChallenge } from "./present-challenge";

/**
 * Changes a challenge. While it has logs, the fields that its arithmetic rests on are locked (DOMAIN 2).
 * @throws AppError `forbidden`, `not_found`, `invalid_request`; `locked` that points at each locked field
 */
export const updateChallenge = mutation(
  { scope: scopeOfPatch, slug: "challenge", action: "update" },
  async (context, tx, { id, patch }: { id: string; patch: unknown }) => {
    const changes = parse(challengeUpdate, patch);
    await lockParent(context.scope, tx, id);
    const current = await findChallenge(context.scope, tx, id);
    if (!current) throw new AppError("not_found");
    if (!scheduleIsOrdered({ ...current, ...changes }))
      throw invalidField("/endsAt", "out_of_order", `endsAt ${SCHEDULE_ERROR.error}`);
    const locked = lockedFields(CHALLENGE_LOCKED_FIELDS, current, changes);
    if (locked.length > 0 && (await challengeHasLogs(context.scope, tx, id)))
      throw new AppError("locked", {
        detail: `The challenge has logs, so ${locked.join(", ")} can no longer change: duplicate it as a new one.`,
        errors: locked.map((field) => ({ pointer: `/${field}`, code: "locked", message: "is locked by logs" })),
      });
    await refuseUnknownIcons(context.scope, tx, changes);
    const row = await writeChallenge(context.scope, tx, id, {
      ...changes,
      ...changedTranslations(context, CHALLENGE_TEXTS, current, changes),
      updatedAt: context.now,
    });
    if (!row) throw new AppError("not_found");
    const reading = await recordReading(context, tx, [current, row]);
    const challenge = presentChallenge(row, reading);
    return { recordId: id, before: presentChallenge(current, reading), after: challenge, result: challenge };
  },
);
