import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/types";

/** Runs a statement of one row whose columns are JSON, and gives that row. */
export async function oneRow<Row>(tx: Db | Tx, statement: SQL): Promise<Row> {
  const { rows } = await tx.execute<Record<string, unknown>>(statement);
  const [row] = rows;
  if (!row) throw new Error("a statement of one row answered none");
  return row as Row;
}

/** A value as one JSON parameter: however many rows it holds, the statement's text is the same. */
export function jsonParameter(value: unknown): SQL {
  return sql`${JSON.stringify(value)}::jsonb`;
}

/** An instant column as epoch milliseconds inside JSON. */
export function epochMs(column: SQL): SQL {
  return sql`(extract(epoch from ${column}) * 1000)::bigint`;
}
