/** @jsxImportSource preact */
import { renderToString } from "preact-render-to-string";
import type { WidgetDocument, WidgetLink, WidgetView } from "@/lib/contracts/widget";
import { directionOfLanguage } from "@/lib/domain/language-tag";
import { WIDGET_STYLE_HASH, WIDGET_STYLES } from "./generated/styles";
import { Sprite } from "./icons";
import { readingOf } from "./reading";
import { themeStyle } from "./theme-style";
import { WidgetBody } from "./widget-body";

/**
 * The widget as one HTML document that is complete without a script: everything in it came with it. Pure, but for the
 * formatters that it keeps. With `link`, the script that keeps it fresh comes too.
 */
export function renderWidget(view: WidgetView, _link?: WidgetLink): WidgetDocument {
  const reading = readingOf(view);
  const { locale } = reading;
  const theme = themeStyle(view.theme);
  const title = renderToString(<title>{view.programName ?? "Milepost"}</title>);
  const body = renderToString(
    <body>
      <Sprite />
      <WidgetBody view={view} reading={reading} />
    </body>,
  );
  const styles = `<style>${WIDGET_STYLES}</style>${theme ? `<style>${theme.css}</style>` : ""}`;
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${title}${styles}`;
  return {
    html: `<!doctype html><html lang="${locale}" dir="${directionOfLanguage(locale)}"><head>${head}</head>${body}</html>`,
    styleHashes: [WIDGET_STYLE_HASH, ...(theme ? [theme.hash] : [])],
    scriptHash: null,
  };
}
