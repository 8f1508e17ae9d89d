import type { IncomingMessage } from "node:http";
import { MAX_TEXT_FILE_BYTES } from "@/lib/contracts/text-file";

const MAX_PAGE_BODY = 1024 * 1024;
/** The console's door for files of texts, which reads its body at once. */
const TEXT_FILES = "/data/texts";

/**
 * The status with which the front refuses a request for a page, or null: Next reads bodies of any length, so theirs must
 * say how long they are (as every browser's does) and be short.
 */
export function refusePageBody({ headers, url }: Pick<IncomingMessage, "headers" | "url">): 411 | 413 | null {
  if (headers["transfer-encoding"] !== undefined) return 411;
  const most = url?.split("?")[0] === TEXT_FILES ? MAX_TEXT_FILE_BYTES : MAX_PAGE_BODY;
  return Number(headers["content-length"] ?? 0) > most ? 413 : null;
}
