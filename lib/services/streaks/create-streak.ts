import { insertStreak } from "@/db/queries/streaks";
import { streakCreate } from "@/lib/contracts/streak";
import { recordReading } from "@/lib/services/icons/record-reading";
import { refuseUnknownIcons } from "@/lib/services/icons/refuse-unknown-icons";
import { newId } from "@/lib/services/ids";
import { newTranslations } from "@/lib/services/localization/write-translations";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";
import { presentStreak } from "./present-streak";

/**
 * Creates a streak (DOMAIN 2).
 * @throws AppError `forbidden`; `invalid_request` that points at each wrong field
 */
export const createStreak = mutation(
  { scope: "campaigns:write", slug: "streak", action: "create" },
  async (context, tx, input: unknown) => {
    const values = parse(streakCreate, input);
    await refuseUnknownIcons(context.scope, tx, values);
    const row = await insertStreak(context.scope, tx, {
      ...values,
      ...newTranslations(context, values.translations),
      id: newId(),
      createdAt: context.now,
      updatedAt: context.now,
    });
    const streak = presentStreak(row, await recordReading(context, tx, [row]));
    return { recordId: row.id, before: null, after: streak, result: streak };
  },
);
