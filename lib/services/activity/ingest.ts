import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import type { ServiceContext } from "@/lib/services/context";
import { attemptIngest, type IngestAnswer } from "./attempt-ingest";
import type { IngestRow } from "./judge";
import { blamesARow, runIngest } from "./run-ingest";

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
    if (rows.length === 1 || !blamesARow(error)) throw error;
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

function ingestTogether(context: ServiceContext, rows: readonly IngestRow[]): Promise<IngestAnswer[]> {
  return runIngest(context, rows.length, async (tx) => (await attemptIngest(context, tx, rows)).logs);
}
