import { renderWidget } from "@/components/widget/render-widget";
import { WIDGET_LOCALES } from "@/lib/i18n/widget-locales";
import { sampleView } from "./sample-view";

/** A token as long as they are. */
const TOKEN = Array.from({ length: 230 }, (_, at) => String.fromCharCode(65 + ((at * at * 7 + at) % 26))).join("");

/** The sample member's document in every language, just as it is sent. */
export function sampleDocuments(): Record<string, string> {
  const link = {
    etag: '"aBcDeFgHiJkLmNoPqRsTuVwXyZ0"',
    token: TOKEN,
    ended: false,
    expiresIn: 3540,
    host: { origin: "https://shop.example.com", id: "1a2b3c4-5d6e7f8-9a0b1c2-3d4e5f6" },
  };
  return Object.fromEntries(WIDGET_LOCALES.map((locale) => [locale, renderWidget(sampleView(locale), link).html]));
}
