import type { WidgetLink } from "@/lib/contracts/widget";

/** What the server tells the document's script, in the attribute `data-link` of the document's root. */
export interface ScriptLink extends WidgetLink {
  /** The tag that times are written by, and the reader's zone. */
  locale: string;
  timeZone: string;
  texts: { copied: string; selected: string; earned: string; asOf: string };
}

export const link = JSON.parse(document.documentElement.dataset["link"] ?? "{}") as ScriptLink;
