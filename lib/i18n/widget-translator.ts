import { createTranslator } from "use-intl/core";
import { remember } from "@/lib/domain/remember";
import ar from "@/messages/widget/ar.json";
import de from "@/messages/widget/de.json";
import en from "@/messages/widget/en.json";
import es from "@/messages/widget/es.json";
import fr from "@/messages/widget/fr.json";
import he from "@/messages/widget/he.json";
import hi from "@/messages/widget/hi.json";
import id from "@/messages/widget/id.json";
import it from "@/messages/widget/it.json";
import ja from "@/messages/widget/ja.json";
import ko from "@/messages/widget/ko.json";
import nl from "@/messages/widget/nl.json";
import pl from "@/messages/widget/pl.json";
import ptBR from "@/messages/widget/pt-BR.json";
import ru from "@/messages/widget/ru.json";
import th from "@/messages/widget/th.json";
import tr from "@/messages/widget/tr.json";
import vi from "@/messages/widget/vi.json";
import zhHans from "@/messages/widget/zh-Hans.json";
import zhHant from "@/messages/widget/zh-Hant.json";
import type { Locale } from "./locales";
import type { WidgetLocale } from "./widget-locales";

const MESSAGES: Record<WidgetLocale, typeof en> = {
  en,
  es,
  "pt-BR": ptBR,
  fr,
  de,
  it,
  nl,
  pl,
  tr,
  ru,
  ar,
  he,
  hi,
  id,
  vi,
  th,
  ja,
  ko,
  "zh-Hans": zhHans,
  "zh-Hant": zhHant,
};

function compile(locale: WidgetLocale) {
  // The library's one type of locales is the console's (app-config.ts); any tag does.
  return createTranslator({ locale: locale as Locale, messages: MESSAGES[locale] });
}

type Compiled = ReturnType<typeof compile>;
export type WidgetTranslator = (...said: Parameters<Compiled>) => string;

/** Most of what is said, members are told again and again, and saying it anew is a quarter of a document's cost. */
const MOST_SAID = 5000;

function create(locale: WidgetLocale): WidgetTranslator {
  const t = compile(locale);
  const say = remember(MOST_SAID, (said) => t(...(JSON.parse(said) as Parameters<Compiled>)));
  return (...said) => say(JSON.stringify(said));
}

const translators = new Map<WidgetLocale, WidgetTranslator>();

/** The widget's texts in a language; made once per language, since compiling them costs more than a document. */
export function widgetTranslator(locale: WidgetLocale): WidgetTranslator {
  const known = translators.get(locale);
  if (known) return known;
  const made = create(locale);
  translators.set(locale, made);
  return made;
}
