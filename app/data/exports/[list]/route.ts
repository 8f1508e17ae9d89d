import { Readable } from "node:stream";
import { EXPORTS } from "@/app/data/exports";
import { runAction } from "@/lib/actions/run-action";
import { AppError, ERROR_STATUS } from "@/lib/errors";

/**
 * A list as it is filtered now, as a file. The browser follows a plain link here, so that a file of any length goes to
 * disk; who is not signed in any more is led to sign-in and from there to the list.
 */
export async function GET(request: Request, { params }: RouteContext<"/data/exports/[list]">): Promise<Response> {
  const { list } = await params;
  const run = Object.hasOwn(EXPORTS, list) ? EXPORTS[list] : undefined;
  const { searchParams, search } = new URL(request.url);
  const result = await runAction(searchParams.get("program"), async (context) => {
    if (!run) throw new AppError("not_found");
    return { pieces: await run(context, searchParams), day: new Date(context.now).toISOString().slice(0, 10) };
  });
  if (!result.ok && result.code === "unauthenticated")
    return new Response(null, {
      status: 303,
      headers: { location: `/sign-in?returnTo=${encodeURIComponent(`/${list}${search}`)}` },
    });
  if (!result.ok) return Response.json(result, { status: ERROR_STATUS[result.code] });
  const { pieces, day } = result.value;
  return new Response(Readable.toWeb(Readable.from(bytes(pieces))) as ReadableStream, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${list}-${day}.csv"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

async function* bytes(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}
