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

/** How long the rest of a body that is too long is thrown away, so that its sender lives to read the answer. */
const DRAIN_MS = 1000;

/** Reads a body while it is no longer than allowed; null when it is longer. */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let length = Number(request.headers["content-length"] ?? 0);
  if (length > maxBytes) return drain(request);
  length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) return drain(request);
      chunks.push(chunk);
    }
  } catch (error) {
    // Who hangs up in the middle gets no answer, and is no error of ours.
    if (request.destroyed) return null;
    throw error;
  }
  return Buffer.concat(chunks);
}

/** Closing a connection on which there is more to come resets it, and the answer is lost on the way. */
async function drain(request: IncomingMessage): Promise<null> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, DRAIN_MS);
  request.once("end", resolve).once("close", resolve).resume();
  await promise;
  clearTimeout(timer);
  return null;
}

/** Sends a reply, compressed where that pays. A request whose body was not read to its end closes its connection. */
export async function sendReply(request: IncomingMessage, response: ServerResponse, reply: Reply): Promise<void> {
  const headers: Record<string, string> = { ...reply.headers };
  let body = reply.body === null ? null : Buffer.from(reply.body);
  if (body && body.length >= COMPRESS_FROM_BYTES && !isPacked(headers) && acceptsGzip(request)) {
    body = body.length <= COMPRESS_HERE_BYTES ? gzipSync(body, QUICK) : await compress(body);
    headers["content-encoding"] = "gzip";
    headers["vary"] = headers["vary"] ? `${headers["vary"]}, accept-encoding` : "accept-encoding";
  }
  if (body) headers["content-length"] = String(body.length);
  if (!request.complete) headers["connection"] = "close";
  response.writeHead(reply.status, headers);
  response.end(request.method === "HEAD" ? undefined : (body ?? undefined));
}

/** Pictures are packed already; an SVG is text. */
function isPacked(headers: Reply["headers"]): boolean {
  return /^image\/(?!svg)/.test(headers["content-type"] ?? "");
}

function acceptsGzip(request: IncomingMessage): boolean {
  return /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
}
