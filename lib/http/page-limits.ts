import type { IncomingMessage } from "node:http";
import { MAX_CODE_FILE_BYTES } from "@/lib/contracts/code-import";

const MAX_PAGE_BODY = 1024 * 1024;
/** The console's door for files of codes, which reads its body piece by piece and counts for itself as well. */
const CODE_FILES = "/data/codes";

/**
 * The status with which the front refuses a request for a page, or null: Next reads bodies of any length, so theirs must
 * say how long they are (as every browser's does) and be short.
 */
export function refusePageBody({ headers, url }: Pick<IncomingMessage, "headers" | "url">): 411 | 413 | null {
  if (headers["transfer-encoding"] !== undefined) return 411;
  const most = url?.split("?")[0] === CODE_FILES ? MAX_CODE_FILE_BYTES : MAX_PAGE_BODY;
  return Number(headers["content-length"] ?? 0) > most ? 413 : null;
}
