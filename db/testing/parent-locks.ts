import { sql } from "drizzle-orm";
import { type Db, type Tx, transaction } from "@/db/client";

/** What holds campaigns as an ingest does. */
export interface HeldParents {
  /** Waits for one more. */
  take(parentId: string): Promise<void>;
  /** Lets all of them go. */
  end(): Promise<void>;
}

/** Holds campaigns as an ingest does (db/functions/ingest-load.sql), one after another, until it ends. */
export async function holdParents(db: Db, parentIds: readonly string[]): Promise<HeldParents> {
  const wanted: { id: string; taken: () => void; failed: (error: unknown) => void }[] = [];
  let wake = Promise.withResolvers<void>();
  let over = false;
  const work = transaction(db, async (tx) => {
    while (!over) {
      await wake.promise;
      wake = Promise.withResolvers<void>();
      for (const { id, taken, failed } of wanted.splice(0)) await share(tx, id).then(taken, failed);
    }
  });
  const take = (id: string) =>
    new Promise<void>((taken, failed) => {
      wanted.push({ id, taken, failed });
      wake.resolve();
    });
  for (const id of parentIds) await take(id);
  const end = () => {
    over = true;
    wake.resolve();
    return work;
  };
  return { take, end };
}

const share = (tx: Tx, id: string) =>
  tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${id}::text, 0))`);

/** Resolves once somebody in this database waits for a campaign. */
export async function untilParentIsAwaited(db: Db): Promise<void> {
  const waiting = sql`select from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  while ((await db.execute(waiting)).rows.length === 0);
}

/** Which of these campaigns a transaction keeps from ingests, and how many locks of that kind it has in all. */
export async function parentsLockedBy(
  tx: Tx,
  parentIds: readonly string[],
): Promise<{ parents: string[]; locks: number }> {
  const { rows } = await tx.execute<{ key: string }>(
    sql`select ((classid::bigint << 32) | objid::bigint)::text as key from pg_locks
      where locktype = 'advisory' and granted and mode = 'ExclusiveLock' and pid = pg_backend_pid()`,
  );
  const parents: string[] = [];
  for (const id of parentIds) {
    const { rows: keys } = await tx.execute<{ key: string }>(sql`select hashtextextended(${id}::text, 0)::text as key`);
    if (rows.some(({ key }) => key === keys[0]?.key)) parents.push(id);
  }
  return { parents, locks: rows.length };
}
