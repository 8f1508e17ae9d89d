import { renderWidget } from "@/components/widget/render-widget";
import { toCall, toResponse } from "@/lib/http/next-adapter";
import { widgetDocument } from "@/lib/http/widget";

/** The widget's document, where server.ts does not stand in front. */
async function handle(request: Request): Promise<Response> {
  const reply = await widgetDocument(toCall(request), renderWidget);
  return reply ? toResponse(reply) : new Response(null, { status: 404 });
}

export { handle as DELETE, handle as GET, handle as HEAD, handle as PATCH, handle as POST, handle as PUT };
