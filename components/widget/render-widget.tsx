/** @jsxImportSource preact */
import { renderToString } from "preact-render-to-string";
import type { WidgetDocument, WidgetView } from "@/lib/contracts/widget";
import { languageTag } from "@/lib/domain/language-tag";
import { directionOf, resolveLocale } from "@/lib/i18n/locales";
import { widgetTranslator } from "@/lib/i18n/widget-translator";
import { WIDGET_STYLE_HASH, WIDGET_STYLES } from "./generated/styles";
import { WidgetBody } from "./widget-body";

/** The widget as one HTML document without a script: everything in it came with it. */
export function renderWidget(view: WidgetView): WidgetDocument {
  const locale = resolveLocale(view.languages);
  const direction = directionOf(locale);
  const reading = {
    t: widgetTranslator(locale),
    locale,
    formatLocale: formatLocaleOf(view, locale),
    readerLocale: readerLocaleOf(view, locale),
    timeZone: view.timeZone,
  };
  const title = renderToString(<title>{view.programName ?? "Milepost"}</title>);
  const body = renderToString(<WidgetBody view={view} reading={reading} />);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${title}`;
  const html = `<!doctype html><html lang="${locale}" dir="${direction}"><head>${head}<style>${WIDGET_STYLES}</style></head>${body}</html>`;
  return { html, styleHash: WIDGET_STYLE_HASH };
}

/** Dates follow the wanted tag itself where it is a variety of the language of the texts (`en-GB`), else that one. */
function formatLocaleOf(view: WidgetView, locale: string): string {
  const tags = view.languages.map(languageTag).filter((tag) => tag !== undefined);
  const wanted = tags.find((tag) => new Intl.Locale(tag).language === locale);
  return wanted ?? locale;
}

/** The most wanted tag that Intl can write dates in. */
function readerLocaleOf(view: WidgetView, locale: string): string {
  const tags = view.languages.map(languageTag).filter((tag) => tag !== undefined);
  return Intl.DateTimeFormat.supportedLocalesOf(tags)[0] ?? locale;
}
