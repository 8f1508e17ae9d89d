import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import type { Call } from "./call";

const HEADER = "Idempotency-Key";
const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;

/**
 * The `Idempotency-Key` of a call, null when it has none.
 * @throws AppError `invalid_request` that names the header
 */
export function readIdempotencyKey(headers: Call["headers"]): string | null {
  const key = headers[HEADER.toLowerCase()];
  if (key === undefined) return null;
  if (VISIBLE_ASCII.test(key)) return key;
  const message = "must be 1 to 255 visible ASCII characters, without spaces";
  throw new AppError("invalid_request", {
    detail: `The header ${HEADER} ${message}.`,
    errors: [{ pointer: HEADER, code: "invalid_value", message }],
  });
}

/** What makes two calls the same request. */
export function fingerprint({ method, path, query }: Call, body: Uint8Array | null): string {
  return createHash("sha256")
    .update(`${method} ${path}?${query}\n`)
    .update(body ?? "")
    .digest("hex");
}
