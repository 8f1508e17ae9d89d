import { activityCreate, MAX_BATCH } from "@/lib/contracts/activity-log";
import type { ParentSlug } from "@/lib/domain/record";
import { AppError } from "@/lib/errors";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { parse } from "@/lib/services/parse";
import type { IngestAnswer } from "./attempt-ingest";
import { coalesced } from "./coalesce";
import { ingest } from "./ingest";
import type { IngestRow } from "./judge";

const ingestOne = coalesced("logs", ingest);

/**
 * Takes in one activity for a streak or a challenge.
 * @returns the log, with `progress` after it and what it achieved (DOMAIN 2)
 * @throws AppError with the first refusal of DOMAIN 3 that applies; then nothing is written
 */
export async function createLog(context: ServiceContext, slug: ParentSlug, input: unknown) {
  authorize(context, "activity:write");
  const answer = await ingestOne(context, parse(activityCreate[slug], input));
  if ("refused" in answer) throw answer.refused;
  return answer.log;
}

/**
 * Takes in 1 to 1,000 activities, rows independent of each other.
 * @returns an answer for each row, in order: the log, or its refusal
 * @throws AppError `forbidden`; `invalid_request` when the body is no array of that length
 */
export async function createLogs(context: ServiceContext, slug: ParentSlug, input: unknown): Promise<IngestAnswer[]> {
  authorize(context, "activity:write");
  if (!Array.isArray(input) || input.length === 0 || input.length > MAX_BATCH)
    throw new AppError("invalid_request", {
      detail: `The body must be an array of 1 to ${MAX_BATCH} logs.`,
      errors: [{ pointer: "", code: "invalid_length", message: `must be an array of 1 to ${MAX_BATCH} logs` }],
    });
  const rows = input.map((row: unknown): IngestRow => {
    try {
      return parse(activityCreate[slug], row);
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  });
  return ingest(context, rows);
}
