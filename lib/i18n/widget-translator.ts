import { createTranslator } from "use-intl/core";
import ar from "@/messages/widget/ar.json";
import de from "@/messages/widget/de.json";
import en from "@/messages/widget/en.json";
import type { Locale } from "./locales";

const MESSAGES: Record<Locale, typeof en> = { en, de, ar };

function create(locale: Locale) {
  return createTranslator({ locale, messages: MESSAGES[locale] });
}

export type WidgetTranslator = ReturnType<typeof create>;

const translators = new Map<Locale, WidgetTranslator>();

/** The widget's texts in a language; made once per language, since compiling them costs more than a document. */
export function widgetTranslator(locale: Locale): WidgetTranslator {
  const known = translators.get(locale);
  if (known) return known;
  const made = create(locale);
  translators.set(locale, made);
  return made;
}
