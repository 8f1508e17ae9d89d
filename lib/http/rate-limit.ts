import type { Allowance } from "@/lib/auth/rate-limit";
import { AppError } from "@/lib/errors";

/**
 * Notes how a caller stands in the headers of the answer, whatever it will be.
 * @throws AppError `too_many_requests` above the operator's limit
 */
export function limitRate(allowance: Allowance | null, headers: Record<string, string>): void {
  if (!allowance) return;
  const { limit, remaining, resetSeconds, exceeded } = allowance;
  headers["ratelimit-policy"] = `${limit};w=60`;
  headers["ratelimit-limit"] = String(limit);
  headers["ratelimit-remaining"] = String(remaining);
  headers["ratelimit-reset"] = String(resetSeconds);
  if (!exceeded) return;
  headers["retry-after"] = String(resetSeconds);
  throw new AppError("too_many_requests", { detail: `At most ${limit} requests a minute: wait ${resetSeconds} s.` });
}
