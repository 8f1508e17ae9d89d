import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/types";

export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: PlanNode[];
}

/** Runs a statement and answers every node of its plan. */
export async function explained(db: Db, statement: SQL): Promise<PlanNode[]> {
  const { rows } = await db.execute<{ "QUERY PLAN": { Plan: PlanNode }[] }>(
    sql`explain (analyze, format json) ${statement}`,
  );
  const [plan] = rows[0]?.["QUERY PLAN"] ?? [];
  if (!plan) throw new Error("explain answered no plan");
  return nodesOf(plan.Plan);
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** Rows of a table that a plan touched, thrown away ones too. */
export function touched(nodes: PlanNode[], table: string): number {
  return nodes
    .filter((node) => node["Relation Name"] === table)
    .reduce((sum, node) => {
      const thrown = (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
      return sum + (node["Actual Rows"] + thrown) * node["Actual Loops"];
    }, 0);
}
