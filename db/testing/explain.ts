import { type SQL, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import type { Db, Tx } from "@/db/types";

interface Statement {
  sql: string;
  params: unknown[];
}
interface Session {
  prepareQuery(statement: Statement, ...rest: unknown[]): unknown;
}

/** A node of a plan, as EXPLAIN tells it. */
export type PlanNode = Record<string, unknown> & { Plans?: PlanNode[] };

/** The statements that `work` sends through drizzle, in order. */
export async function statementsOf(db: Db, work: () => Promise<unknown>): Promise<Statement[]> {
  const session = Reflect.get(db, "session") as Session;
  const { prepareQuery } = session;
  const sent: Statement[] = [];
  session.prepareQuery = (statement, ...rest) => {
    sent.push(statement);
    return prepareQuery.call(session, statement, ...rest);
  };
  try {
    await work();
  } finally {
    session.prepareQuery = prepareQuery;
  }
  return sent;
}

/** Every node of the plan that the database makes for a statement with its values; `analyze` also runs it. */
export async function explain(db: Db | Tx, statement: Statement, { analyze = false } = {}): Promise<PlanNode[]> {
  const options = sql.raw(analyze ? "(analyze, buffers, format json)" : "(format json)");
  const { rows } = await db.execute<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
    sql`explain ${options} ${bound(statement)}`,
  );
  return rows.flatMap((row) => row["QUERY PLAN"].flatMap(({ Plan }) => flatten(Plan)));
}

/** What the planner makes of statements where it has no choice but the indexes; it says where they do not suffice. */
export function explainByIndex(db: Db, statements: Statement[]): Promise<PlanNode[][]> {
  return transaction(db, async (tx) => {
    for (const method of ["seqscan", "sort", "incremental_sort"])
      await tx.execute(sql.raw(`set local enable_${method} = off`));
    const plans: PlanNode[][] = [];
    for (const statement of statements) plans.push(await explain(tx, statement));
    return plans;
  });
}

function bound({ sql: text, params }: Statement): SQL {
  const parts = text.split(/\$(\d+)/).map((part, position) => {
    return position % 2 === 0 ? sql.raw(part) : sql`${params[Number(part) - 1]}`;
  });
  return sql.join(parts);
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}
