import type { Call, Reply } from "./call";
import { dispatch } from "./dispatch";

/** A web request, as Next's route handlers get it, as a call. */
export function toCall(request: Request): Call {
  const url = new URL(request.url);
  return {
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    headers: Object.fromEntries(request.headers),
    readBody: (maxBytes) => readBody(request, maxBytes),
    ip: null,
  };
}

async function readBody(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream: AsyncIterable<Uint8Array> | null = request.body;
  if (!stream) return new Uint8Array();
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function toResponse({ status, headers, body }: Reply): Response {
  return new Response(typeof body === "string" || body === null ? body : Buffer.from(body), { status, headers });
}

/** The REST API as one route handler: every method of every route goes to the same pipeline. */
async function handle(request: Request): Promise<Response> {
  const reply = await dispatch(toCall(request));
  return reply ? toResponse(reply) : new Response(null, { status: 404 });
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
