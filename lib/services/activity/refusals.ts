import type { EpochMs } from "@/lib/domain/period";
import { AppError } from "@/lib/errors";

/** How far ahead of the server's clock an activity may be dated (DOMAIN 3). */
const MAX_AHEAD_MS = 5 * 60_000;

/** Refuses an activity that is dated ahead; `field` is where its date stands in the body. */
export function refuseAhead(at: EpochMs, now: EpochMs, field: "activityAt" | "at"): AppError | null {
  if (at <= now + MAX_AHEAD_MS) return null;
  return new AppError("activity_in_future", {
    detail: `${field} lies more than 5 minutes ahead of the server's clock.`,
    errors: [{ pointer: `/${field}`, code: "activity_in_future", message: "must be at most 5 minutes ahead" }],
  });
}

/** A repeat of what was taken in before, with the id of the first. */
export function repeated(what: string, id: string): AppError {
  return new AppError("duplicate", { detail: `${what}, as ${id}.`, extra: { id } });
}
