import type { Reply } from "./call";
import type { Answer } from "./operations/operation";

export type JsonReply = Reply & { body: string | null };

/** What an operation answered, as JSON. */
export function jsonReply({ status, body }: Answer): JsonReply {
  if (body === undefined) return { status, headers: { "cache-control": "no-store" }, body: null };
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    body: JSON.stringify(body),
  };
}
