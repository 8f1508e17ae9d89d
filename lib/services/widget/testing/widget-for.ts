import { findWidget } from "@/db/queries/widget";
import type { WidgetView } from "@/lib/contracts/widget";
import type { ServiceContext } from "@/lib/services/context";
import { getWidget } from "@/lib/services/widget/get-widget";

/** The widget of a context's program as a member sees it (a guest, when null) at the context's moment. */
export async function widgetFor(
  { db, program, now }: ServiceContext,
  externalId: string | null,
  languageCode: string | null = null,
): Promise<WidgetView> {
  const found = await findWidget(db, program.id, externalId);
  if (!found) throw new Error("no such program");
  const member = externalId === null ? null : { languageCode: null };
  return getWidget({ ...found, member, ended: false }, languageCode, null, now);
}

/** As `widgetFor`, of somebody who is a member. */
export async function memberWidget(context: ServiceContext, externalId: string, languageCode: string | null = null) {
  const view = await widgetFor(context, externalId, languageCode);
  if (view.reader.kind !== "member") throw new Error(view.reader.kind);
  return { ...view, ...view.reader };
}
