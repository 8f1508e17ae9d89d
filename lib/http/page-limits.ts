import type { IncomingMessage } from "node:http";

const MAX_PAGE_BODY = 1024 * 1024;

/**
 * The status with which the front refuses a request for a page, or null: Next reads bodies of any length, so theirs must
 * say how long they are (as every browser's does) and be short.
 */
export function refusePageBody({ headers }: Pick<IncomingMessage, "headers">): 411 | 413 | null {
  if (headers["transfer-encoding"] !== undefined) return 411;
  return Number(headers["content-length"] ?? 0) > MAX_PAGE_BODY ? 413 : null;
}
