import { WIDGET_LOADER } from "@/components/widget/generated/widget";
import { renderWidget } from "@/components/widget/render-widget";
import { toCall, toResponse } from "@/lib/http/next-adapter";
import { widgetReply } from "@/lib/http/widget";

/** What belongs to the widget, where server.ts does not stand in front. */
export async function handle(request: Request): Promise<Response> {
  const reply = await widgetReply(toCall(request), { render: renderWidget, loader: WIDGET_LOADER });
  return reply ? toResponse(reply) : new Response(null, { status: 404 });
}
