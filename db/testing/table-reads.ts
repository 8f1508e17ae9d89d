import { sql } from "drizzle-orm";
import { type Db, transaction } from "@/db/client";
import type { Tx } from "@/db/types";

/** What some work read of a table. */
export interface TableReads {
  table: string;
  seqScans: number;
  /** Rows that were fetched, by whatever way. */
  rows: number;
}

/** What `work` reads of each table that it reads at all, as PostgreSQL counts it, in a transaction of its own. */
export function tableReads(db: Db, work: (tx: Tx) => Promise<unknown>): Promise<TableReads[]> {
  return transaction(db, async (tx) => {
    // The counters may hold what this connection did before and has not reported yet.
    const before = new Map((await counters(tx)).map((row) => [row.table, row]));
    await work(tx);
    return (await counters(tx)).flatMap(({ table, scans, seqScans, rows }) => {
      const old = before.get(table) ?? { scans: 0, seqScans: 0, rows: 0 };
      return scans === old.scans ? [] : [{ table, seqScans: seqScans - old.seqScans, rows: rows - old.rows }];
    });
  });
}

async function counters(tx: Tx) {
  const { rows } = await tx.execute<{ table: string; scans: number; seqScans: number; rows: number }>(
    sql`select relname as "table", (seq_scan + coalesce(idx_scan, 0))::int as scans, seq_scan::int as "seqScans",
        (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows
      from pg_stat_xact_user_tables order by relname`,
  );
  return rows;
}
