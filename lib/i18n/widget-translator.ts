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

function compile(locale: WidgetLocale, formatLocale: string) {
  // The library's one type of locales is the console's (app-config.ts); any tag does.
  return createTranslator({ locale: formatLocale as Locale, messages: MESSAGES[locale] });
}

type Compiled = ReturnType<typeof compile>;
export type WidgetTranslator = (...said: Parameters<Compiled>) => string;

/** Most of what is said, members are told again and again, and saying it anew is a quarter of a document's cost. */
const MOST_SAID = 5000;
/** Varieties of the languages that are read at a time; strangers may ask for any. */
const MOST_VARIETIES = 60;

const translators = remember(MOST_VARIETIES, (key): WidgetTranslator => {
  const [locale, formatLocale] = key.split(",") as [WidgetLocale, string];
  const t = compile(locale, formatLocale);
  const say = remember(MOST_SAID, (said) => t(...(JSON.parse(said) as Parameters<Compiled>)));
  return (...said) => say(JSON.stringify(said));
});

/**
 * The widget's texts in a language, with the numbers in them written as in `formatLocale`, a variety of it (`ar-EG`);
 * made once for each, since compiling them costs more than a document.
 */
export function widgetTranslator(locale: WidgetLocale, formatLocale: string = locale): WidgetTranslator {
  return translators([locale, varietyOf(formatLocale)].join());
}

// As Intl understands a tag: without what changes nothing, so that made-up ones do not fill the memory.
const varietyOf = remember(500, (tag) => new Intl.NumberFormat(tag).resolvedOptions().locale);
