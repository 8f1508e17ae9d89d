import { transaction } from "@/db/client";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { isAboutData, isTransient, violatedUnique } from "@/lib/services/conflicts";
import type { ServiceContext } from "@/lib/services/context";
import { attemptIngest, type IngestAnswer } from "./attempt-ingest";
import { IngestConflict } from "./conflict";
import type { IngestRow } from "./judge";
import { watchGrowth } from "./watch-growth";

const MAX_ATTEMPTS = 10;

/**
 * Takes in activity: any number of rows of one program, for any parents and members. Each row gets its own answer, in
 * order; refused rows write nothing. One transaction for all; should it fail for a reason of its own, row by row, so
 * that a poisoned row hurts only itself.
 * @throws whatever the database throws for a single row
 */
export async function ingest(context: ServiceContext, rows: readonly IngestRow[]): Promise<IngestAnswer[]> {
  try {
    return await ingestTogether(context, rows);
  } catch (error) {
    const blamesARow = error instanceof IngestConflict || isTransient(error) || isAboutData(error);
    if (rows.length === 1 || !blamesARow) throw error;
  }
  const answers: IngestAnswer[] = [];
  for (const row of rows) answers.push(...(await ingestAlone(context, row)));
  return answers;
}

async function ingestAlone(context: ServiceContext, row: IngestRow): Promise<IngestAnswer[]> {
  try {
    return await ingestTogether(context, [row]);
  } catch (error) {
    logger().error({ error, requestId: context.requestId }, "an activity could not be taken in");
    return [{ refused: new AppError("internal") }];
  }
}

/** Exactly-once rests on unique keys: who runs into one, or into a deadlock, starts over and then sees the other's rows. */
async function ingestTogether(context: ServiceContext, rows: readonly IngestRow[]): Promise<IngestAnswer[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answers = await transaction(context.db, (tx) => attemptIngest(context, tx, rows));
      await watchGrowth(context.db, rows.length);
      return answers;
    } catch (error) {
      const again = error instanceof IngestConflict || isTransient(error) || violatedUnique(error) !== null;
      if (!again || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}
