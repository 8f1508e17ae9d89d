import { findOwnProgram, updateOwnProgram } from "@/db/queries/program-settings";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { mutation } from "@/lib/services/mutation";
import { newWidgetSecret } from "@/lib/services/programs/create-pair";

/**
 * Shows the secret with which the customer's servers sign members' tokens.
 * @throws AppError `forbidden`, `not_found`
 */
export async function getWidgetSecret(context: ServiceContext): Promise<string> {
  authorize(context, "keys:write");
  const row = await findOwnProgram(context.scope, context.db);
  if (!row) throw new AppError("not_found");
  return row.widgetSecret;
}

/**
 * Replaces the widget signing secret: every token signed with the old one ends at once.
 * @throws AppError `forbidden`, `not_found`
 */
export const rotateWidgetSecret = mutation(
  { scope: "keys:write", slug: "widget_secret", action: "update" },
  async (context, tx, _input: undefined) => {
    const widgetSecret = newWidgetSecret(context.program.mode);
    const row = await updateOwnProgram(context.scope, tx, { widgetSecret, updatedAt: context.now });
    if (!row) throw new AppError("not_found");
    return { recordId: row.id, before: null, after: null, result: widgetSecret };
  },
);
