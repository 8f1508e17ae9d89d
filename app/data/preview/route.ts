import { renderWidget } from "@/components/widget/render-widget";
import { runAction } from "@/lib/actions/run-action";
import { ERROR_STATUS } from "@/lib/errors";
import { previewCampaign } from "@/lib/services/widget/preview-campaign";

const PROGRAM_HEADER = "x-milepost-program";

/**
 * Renders the real widget for what a form holds. A read, and no server action: those run one after another, and a
 * preview must not wait for the one before it.
 */
export async function POST(request: Request): Promise<Response> {
  const input: unknown = await request.json().catch(() => null);
  const result = await runAction(request.headers.get(PROGRAM_HEADER), async (context) => {
    const { view, resolved } = await previewCampaign(context, input);
    return { html: renderWidget(view).html, resolved };
  });
  return Response.json(result, {
    status: result.ok ? 200 : ERROR_STATUS[result.code],
    headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
}
