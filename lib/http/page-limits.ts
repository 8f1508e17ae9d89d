import type { IncomingMessage } from "node:http";
import { MAX_CODE_FILE_BYTES } from "@/lib/contracts/code-import";
import { MAX_TEXT_FILE_BYTES } from "@/lib/contracts/text-file";

const MAX_PAGE_BODY = 1024 * 1024;
/** The console's doors for files: one reads its body at once, one piece by piece, and counts for itself as well. */
const FILE_DOORS = new Map([
  ["/data/texts", MAX_TEXT_FILE_BYTES],
  ["/data/codes", MAX_CODE_FILE_BYTES],
]);

/**
 * The status with which the front refuses a request for a page, or null: Next reads bodies of any length, so theirs must
 * say how long they are (as every browser's does) and be short.
 */
export function refusePageBody({ headers, url }: Pick<IncomingMessage, "headers" | "url">): 411 | 413 | null {
  if (headers["transfer-encoding"] !== undefined) return 411;
  const most = FILE_DOORS.get(url?.split("?")[0] ?? "") ?? MAX_PAGE_BODY;
  return Number(headers["content-length"] ?? 0) > most ? 413 : null;
}
