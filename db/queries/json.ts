import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/types";

/** Calls a function of db/functions that answers with one JSON value. */
export async function answerOf<Answer>(tx: Db | Tx, call: SQL): Promise<Answer> {
  const { rows } = await tx.execute<{ answer: Answer }>(sql`select ${call} as answer`);
  const [row] = rows;
  if (!row) throw new Error("a function call answered no row");
  return row.answer;
}

/** A value as one JSON parameter: however many rows it holds, the statement's text is the same. */
export function jsonParameter(value: unknown): SQL {
  return sql`${JSON.stringify(value)}::jsonb`;
}
