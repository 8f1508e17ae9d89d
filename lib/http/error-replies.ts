import type { ErrorReply } from "./error-reply";
import { pointsErrorReply } from "./points-envelope";
import { problemReply } from "./problem";

/** How errors are told below a path: the points API has an envelope of its own, all else answers problems. */
export function errorReplyAt(path: string): ErrorReply {
  return path.startsWith("/v1/") ? pointsErrorReply : problemReply;
}
