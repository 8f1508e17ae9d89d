import { findChallenge } from "@/db/queries/challenges";
import { findStreak } from "@/db/queries/streaks";
import { reportRange } from "@/lib/contracts/report";
import type { ParentSlug } from "@/lib/domain/record";
import { rangeOfDays } from "@/lib/domain/report-range";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { parse } from "@/lib/services/parse";

export interface Parent {
  slug: ParentSlug;
  id: string;
}

/**
 * Authorizes who asks for a report, and reads of what: the streak or challenge, and a range of days in the program's
 * zone.
 * @throws AppError `forbidden`, `not_found`; `invalid_request` for a wrong range
 */
export async function readReported(context: ServiceContext, parent: Parent, given: unknown) {
  for (const scope of ["campaigns:read", "rewards:read", "members:read"] as const) authorize(context, scope);
  const days = parse(reportRange, given);
  const timeZone = context.program.timeZone ?? "UTC";
  const found = await (parent.slug === "streak" ? findStreak : findChallenge)(context.scope, context.db, parent.id);
  if (!found) throw new AppError("not_found");
  return { found, days, timeZone, range: rangeOfDays(days.from, days.to, timeZone) };
}
