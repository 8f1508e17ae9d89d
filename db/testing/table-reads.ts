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

/** What `work` reads of each table, as PostgreSQL counts it within the transaction of its own in which it runs. */
export function tableReads(db: Db, work: (tx: Tx) => Promise<unknown>): Promise<TableReads[]> {
  return transaction(db, async (tx) => {
    await work(tx);
    const { rows } = await tx.execute<{ table: string; seqScans: number; rows: number }>(
      sql`select relname as "table", seq_scan::int as "seqScans", (seq_tup_read + idx_tup_fetch)::int as rows
        from pg_stat_xact_user_tables where seq_scan + idx_scan > 0 order by relname`,
    );
    return rows;
  });
}
