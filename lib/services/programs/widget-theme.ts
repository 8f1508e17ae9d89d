import { findWidgetTheme, setWidgetTheme } from "@/db/queries/programs";
import { widgetTheme } from "@/lib/contracts/widget-theme";
import type { WidgetTheme } from "@/lib/domain/widget-theme";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { mutation } from "@/lib/services/mutation";
import { parse } from "@/lib/services/parse";

/**
 * How the program's widget looks; what is left out is the default theme's.
 * @throws AppError `forbidden`
 */
export async function getWidgetTheme(context: ServiceContext): Promise<WidgetTheme> {
  authorize(context, "campaigns:read");
  return (await findWidgetTheme(context.scope, context.db)) ?? {};
}

/**
 * Sets how the program's widget looks, all of it: what is left out is the default theme's again.
 * @throws AppError `forbidden`; `invalid_request` that names each colour that cannot be read on its ground (WCAG 2.2 AA)
 */
export const updateWidgetTheme = mutation<unknown, WidgetTheme>(
  { scope: "campaigns:write", slug: "program", action: "update" },
  async (context, tx, input) => {
    const theme = parse(widgetTheme, input) as WidgetTheme;
    const before = await findWidgetTheme(context.scope, tx);
    if (!before) throw new AppError("not_found");
    await setWidgetTheme(context.scope, tx, theme, context.now);
    const recordId = context.program.id;
    return { recordId, before: { widgetTheme: before }, after: { widgetTheme: theme }, result: theme };
  },
);
