import type { Call, Reply } from "./call";
import { isKnown } from "./if-none-match";
import type { AnsweredFile } from "./operations/operation";

const HEADERS = {
  // Its address is its content, so nobody need ask again.
  "cache-control": "public, max-age=31536000, immutable",
  // Opened by itself, an SVG is a document: one that may run, load and submit nothing.
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  // Shops show it in their own pages.
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
};

/** A file as an answer: 304 to who has it already. */
export function fileReply({ bytes, contentType, sha256 }: AnsweredFile, call: Call): Reply {
  const etag = `"${sha256}"`;
  const headers = { ...HEADERS, etag };
  if (isKnown(call.headers["if-none-match"], etag)) return { status: 304, headers, body: null };
  return { status: 200, headers: { ...headers, "content-type": contentType }, body: bytes };
}
