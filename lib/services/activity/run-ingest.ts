import { type Tx, transaction } from "@/db/client";
import { isAboutData, isTransient, violatedUnique } from "@/lib/services/conflicts";
import type { ServiceContext } from "@/lib/services/context";
import { IngestConflict } from "./conflict";
import { watchGrowth } from "./watch-growth";

const MAX_ATTEMPTS = 10;

/**
 * Runs an attempt at an ingest of so many rows in one transaction. Exactly-once rests on unique keys: who runs into one,
 * or into a deadlock, starts over and then sees the other's rows.
 */
export async function runIngest<T>(context: ServiceContext, rows: number, attempt: (tx: Tx) => Promise<T>): Promise<T> {
  const answer = await startingOver(() => transaction(context.db, attempt));
  await watchGrowth(context.db, rows);
  return answer;
}

/** As `runIngest`, the very same attempt, and then takes back all that it wrote. */
export async function rehearseIngest<T>(context: ServiceContext, attempt: (tx: Tx) => Promise<T>): Promise<T> {
  return startingOver(async () => {
    const rehearsed: { answer?: T } = {};
    const ended = await transaction(context.db, async (tx) => {
      rehearsed.answer = await attempt(tx);
      throw new Rehearsed();
    }).catch((error: unknown) => {
      if (!(error instanceof Rehearsed)) throw error;
      return rehearsed;
    });
    if (!("answer" in ended)) throw new Error("a rehearsal ended without an answer");
    return ended.answer as T;
  });
}

/** Ends a rehearsal's transaction: all of it is rolled back. */
class Rehearsed extends Error {}

async function startingOver<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const again = error instanceof IngestConflict || isTransient(error) || violatedUnique(error) !== null;
      if (!again || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

/** Whether one of several rows may be to blame, so that the others are worth a transaction of their own. */
export function blamesARow(error: unknown): boolean {
  return error instanceof IngestConflict || isTransient(error) || isAboutData(error);
}
