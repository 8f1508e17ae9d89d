import { type Tx, transaction } from "@/db/client";
import { type HeldKey, keepAnswer, releaseIdempotencyKey } from "@/db/queries/idempotency-keys";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { watchGrowth } from "@/lib/services/activity/watch-growth";
import type { ServiceContext } from "@/lib/services/context";
import { type Answer, claimKey, inProgress, type KeyedRequest } from "./claim-key";

export interface Work {
  /** Runs the request. `keep` false: its answer is no final one, so a repeat is to run it again. */
  run(context: ServiceContext): Promise<{ answer: Answer; keep: boolean }>;
  /** A refusal that is kept, as an answer. */
  refuse(error: AppError): Answer;
}

/**
 * Refusals that come after validation, hence are answers (DOMAIN 3). Others, such as 400 and 403, are thrown as failures
 * are, and give the key back. An unknown path never gets here: 404 is about a record that the request names.
 */
const KEPT_REFUSALS = new Set([404, 409, 422]);

/**
 * Runs a request at most once for its key, and answers each repeat as the first. The answer is kept in the transaction
 * of the effect: no crash can leave one without the other, and who lost the key to another server commits nothing.
 * @throws AppError `idempotency_mismatch`, `in_progress`; and what `run` throws that is not kept
 */
export async function answerOnce(
  context: ServiceContext,
  apiKeyId: string,
  request: KeyedRequest,
  work: Work,
): Promise<{ answer: Answer; replayed: boolean }> {
  const claimed = await claimKey(context, apiKeyId, request);
  if ("kept" in claimed) return { answer: claimed.kept, replayed: true };
  const { db, scope, requestId } = context;
  try {
    const answer = await transaction(db, (tx) => runHeld(context, tx, claimed.held, work));
    // Inside the transaction an ingest could only count its rows.
    await watchGrowth(db, 0);
    return { answer, replayed: false };
  } catch (error) {
    // Should this fail too, the lease ends by itself.
    await releaseIdempotencyKey(scope, db, claimed.held).catch((cause: unknown) =>
      logger().warn({ error: cause, requestId }, "an Idempotency-Key could not be given back"),
    );
    throw error;
  }
}

async function runHeld(context: ServiceContext, tx: Tx, held: HeldKey, work: Work): Promise<Answer> {
  const { answer, keep } = await attempt(context, tx, work);
  const stillHeld = keep
    ? await keepAnswer(context.scope, tx, held, answer)
    : await releaseIdempotencyKey(context.scope, tx, held);
  if (!stillHeld) throw inProgress();
  return answer;
}

/** Runs the request in a savepoint: what it wrote before a refusal goes, what keeps the refusal stays. */
async function attempt(context: ServiceContext, tx: Tx, { run, refuse }: Work) {
  try {
    return await transaction(tx, (db) => run({ ...context, db }));
  } catch (error) {
    if (!(error instanceof AppError) || !KEPT_REFUSALS.has(error.status)) throw error;
    return { answer: refuse(error), keep: true };
  }
}
