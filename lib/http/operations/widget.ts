import type { WidgetCaller } from "@/lib/auth/widget-caller";
import type { WidgetView } from "@/lib/contracts/widget";
import { getWidget } from "@/lib/services/widget/get-widget";

/** What the caller is to see in the widget, in the language that the page asked for or the nearest there is. */
export async function readWidget(caller: WidgetCaller, languageCode: string | null): Promise<WidgetView> {
  if (caller.context) return getWidget(caller.context, languageCode);
  const { name, timeZone, defaultLanguage } = caller.program;
  return {
    programName: name,
    languages: [languageCode, defaultLanguage],
    timeZone: timeZone ?? "UTC",
    reader: { kind: caller.ended ? "ended" : "guest" },
  };
}
