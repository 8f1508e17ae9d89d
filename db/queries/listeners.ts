import { sql } from "drizzle-orm";
import type { Tx } from "@/db/types";
import type { ParentSlug } from "@/lib/domain/record";
import type { TenantScope } from "@/lib/domain/tenant-scope";
import { answerOf, jsonParameter } from "./json";

/** A streak or challenge that listens to a type of events, live or not. */
export interface ListenerRow {
  type: string;
  slug: ParentSlug;
  id: string;
}

/** Who listens to the given types: streaks first, the oldest first. */
export function findListeners(scope: TenantScope, tx: Tx, types: string[]): Promise<ListenerRow[]> {
  return answerOf<ListenerRow[]>(tx, sql`event_listeners(${scope.programId}, ${jsonParameter(types)})`);
}
