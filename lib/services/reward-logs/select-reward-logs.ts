import { createHash } from "node:crypto";
import type { ListQuery } from "@/db/queries/list";
import { listRewardLogIds } from "@/db/queries/reward-log-sets";
import { readListRequest } from "@/lib/contracts/list";
import { rewardLogFields, rewardLogList } from "@/lib/contracts/reward-log";
import { AppError, invalidField } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";

/** Most reward logs that one change touches. */
const MAX_SELECTED = 10_000;

/** A set of reward logs as somebody saw it: how many, and a digest of which. */
export interface SeenSet {
  count: number;
  digest: string;
}

/**
 * Tells which reward logs a filter (as `filters` of the list; null: all) matches now, so that a change can be held to
 * exactly these.
 * @throws AppError `forbidden`; `invalid_request` for a wrong filter, or one that matches more than `MAX_SELECTED`
 */
export async function selectRewardLogs(context: ServiceContext, filters: string | null): Promise<SeenSet> {
  // Whoever only reads might not see codes, and a count of what matches one would tell it.
  authorize(context, "rewards:write");
  const ids = await listRewardLogIds(context.scope, context.db, selectionQuery(filters), context.now);
  return seenSet(ids);
}

/** The set that ids in order are. @throws AppError `invalid_request` when they are too many */
export function seenSet(ids: readonly string[]): SeenSet {
  if (ids.length > MAX_SELECTED)
    throw invalidField(
      "?filters",
      "too_many",
      `filters match more than ${MAX_SELECTED} rewards: narrow them and go on in parts`,
    );
  return { count: ids.length, digest: createHash("sha256").update(ids.join()).digest("base64url") };
}

/** A filter as a query that fetches one row more than a selection may have. @throws AppError `invalid_request` */
export function selectionQuery(filters: string | null): ListQuery {
  const parameters = new URLSearchParams(filters === null ? {} : { filters });
  const read = readListRequest(parameters, rewardLogList, rewardLogFields);
  if ("request" in read) return { ...read.request, after: null, limit: MAX_SELECTED + 1 };
  const errors = read.problems.map(({ parameter, message }) => ({
    pointer: `?${parameter}`,
    code: "invalid_parameter",
    message: `${parameter} ${message}`,
  }));
  throw new AppError("invalid_request", { detail: errors.map(({ message }) => message).join("; "), errors });
}
