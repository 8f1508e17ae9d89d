import type { WidgetText } from "@/lib/contracts/widget";
import type { Localized } from "@/lib/services/localization/localize";

/** A localized text with its language. An empty one is none. */
export function textOf<Field extends string>(texts: Localized<Field>, field: Field): WidgetText | null {
  const text = texts[field];
  const language = texts.resolvedLanguages[field];
  return text === null || text === "" || language === undefined ? null : { text, language };
}
