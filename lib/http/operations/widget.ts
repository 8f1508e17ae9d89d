/** What the widget's doors call (lib/http/widget.ts): they answer a document, so that they are no rows of the table. */
export { celebrateRewards } from "@/lib/services/widget/celebrate-rewards";
export { getWidget, unknownWidget } from "@/lib/services/widget/get-widget";
export { noteFirstVisit } from "@/lib/services/widget/note-first-visit";
