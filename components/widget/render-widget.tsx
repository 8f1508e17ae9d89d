/** @jsxImportSource preact */
import { renderToString } from "preact-render-to-string";
import type { WidgetDocument, WidgetLink, WidgetView } from "@/lib/contracts/widget";
import { directionOfLanguage } from "@/lib/domain/language-tag";
import type { ScriptLink } from "./client/link";
import { WIDGET_SCRIPT, WIDGET_STYLES } from "./generated/widget";
import { Sprite } from "./icons";
import { type Reading, readingOf } from "./reading";
import { themeStyle } from "./theme-style";
import { WidgetBody } from "./widget-body";

/**
 * The widget as one HTML document that is complete without a script: everything in it came with it. Pure, but for the
 * formatters that it keeps. With `link`, the script that keeps it fresh comes too.
 */
export function renderWidget(view: WidgetView, link?: WidgetLink): WidgetDocument {
  const reading = readingOf(view);
  const theme = themeStyle(view.theme);
  const styles = theme === null ? [WIDGET_STYLES] : [WIDGET_STYLES, theme];
  const sheets = styles.map((style) => `<style>${style}</style>`).join("");
  const script = link ? `<script>${WIDGET_SCRIPT}</script>` : "";
  const root = renderToString(
    <html
      class={link?.host ? "hosted" : undefined}
      lang={reading.locale}
      dir={directionOfLanguage(reading.locale)}
      data-link={link && scriptLink(link, reading)}
    />,
  );
  const head = renderToString(
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <title>{view.programName ?? "Milepost"}</title>
    </head>,
  );
  const body = renderToString(
    <body>
      {/* At the top: at the end it would stick out of the body, by the one pixel that it takes. */}
      {link ? <p id="says" class="sr" role="status" /> : null}
      <Sprite />
      <WidgetBody view={view} reading={reading} />
    </body>,
  );
  const html = atItsEnd(root, atItsEnd(head, sheets) + atItsEnd(body, script));
  return { html: `<!doctype html>${html}`, styles, script: link ? WIDGET_SCRIPT : null };
}

/** Puts markup before the end tag of rendered markup, whose last tag it is. */
function atItsEnd(rendered: string, markup: string): string {
  const end = rendered.lastIndexOf("</");
  return rendered.slice(0, end) + markup + rendered.slice(end);
}

function scriptLink(link: WidgetLink, { t, formatLocale, timeZone }: Reading): string {
  const told: ScriptLink = {
    ...link,
    locale: formatLocale,
    timeZone,
    texts: {
      copied: t("copied"),
      selected: t("selected"),
      earned: t("earned", { reward: "{reward}" }),
      asOf: t("asOf", { at: "{at}" }),
    },
  };
  return JSON.stringify(told);
}
