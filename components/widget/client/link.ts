import type { WidgetLink } from "@/lib/contracts/widget";

/** What the server tells the document's script, in the attribute `data-link` of the document's root. */
export interface ScriptLink extends WidgetLink {
  /** The tag that times are written by, and the reader's zone. */
  locale: string;
  timeZone: string;
  texts: { copied: string; selected: string; earned: string; asOf: string };
}

const linkIn = ({ documentElement }: Document) => JSON.parse(documentElement.dataset["link"] ?? "{}") as ScriptLink;

export const link = linkIn(document);

/** Goes on in the words of another document, whose reader may be another one. */
export function readAs(next: Document): void {
  const { locale, timeZone, texts } = linkIn(next);
  Object.assign(link, { locale, timeZone, texts });
}
