import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";
import type { Call, Reply } from "./call";

const compress = promisify(gzip);
const COMPRESS_FROM_BYTES = 1024;
/** Up to here compressing takes less of the main thread than handing the work to another one. */
const COMPRESS_HERE_BYTES = 64 * 1024;
const QUICK = { level: 4 };

/** A node request as a call. A path or query that cannot be read is null: 400 for whoever asks. */
export function toCall(request: IncomingMessage): Call | null {
  const [path = "/", search = ""] = splitOnce(request.url ?? "/", "?");
  try {
    decodeURIComponent(path);
  } catch {
    return null;
  }
  return {
    method: request.method ?? "GET",
    path,
    query: new URLSearchParams(search),
    headers: flatten(request.headers),
    readBody: (maxBytes) => readBody(request, maxBytes),
    ip: request.socket.remoteAddress ?? null,
  };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function flatten(headers: IncomingMessage["headers"]): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]),
  );
}

/** Reads a body while it is no longer than allowed; null when it is longer. */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) return null;
      chunks.push(chunk);
    }
  } catch (error) {
    // Who hangs up in the middle gets no answer, and is no error of ours.
    if (request.destroyed) return null;
    throw error;
  }
  return Buffer.concat(chunks);
}

/** How much of a body is thrown away, and for how long, behind an answer that did not need it. */
const REST_BYTES = 32 * 1024 * 1024;
export const REST_MS = 5000;

/**
 * Closing a connection on which there is more to come resets it, and the answer is lost on the way: many senders read
 * it only behind their last byte. So the rest is taken in and thrown away. A sender without end is cut off.
 */
function discardRest(request: IncomingMessage, thenClose: boolean): void {
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), REST_MS).unref();
  const settle = () => clearTimeout(timer);
  let left = REST_BYTES;
  request
    .on("data", (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) socket.destroy();
    })
    .once("end", () => {
      settle();
      if (thenClose) socket.end();
    })
    .once("close", settle)
    .resume();
}

/** Sends a reply, compressed where that pays, at once, also while the body still comes. */
export async function sendReply(request: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
  const headers: Record<string, string> = { ...reply.headers };
  let body = reply.body === null ? null : Buffer.from(reply.body);
  if (body && body.length >= COMPRESS_FROM_BYTES && !isPacked(headers) && acceptsGzip(request)) {
    body = body.length <= COMPRESS_HERE_BYTES ? gzipSync(body, QUICK) : await compress(body);
    headers["content-encoding"] = "gzip";
    headers["vary"] = headers["vary"] ? `${headers["vary"]}, accept-encoding` : "accept-encoding";
  }
  if (body) headers["content-length"] = String(body.length);
  const { complete } = request;
  const asksToClose = !response.shouldKeepAlive;
  // Else Node would close the connection behind the answer, whatever is still on its way.
  if (!complete) response.shouldKeepAlive = true;
  response.writeHead(reply.status, headers);
  response.end(request.method === "HEAD" ? undefined : (body ?? undefined));
  if (!complete && !request.destroyed) discardRest(request, asksToClose);
}

/** Pictures are packed already; an SVG is text. */
function isPacked(headers: Reply["headers"]): boolean {
  return /^image\/(?!svg)/.test(headers["content-type"] ?? "");
}

function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
}
