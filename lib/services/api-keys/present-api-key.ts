import type { ApiKeyRow } from "@/db/queries/api-keys";
import { iso } from "@/lib/services/wire";

/** A key as people see it: never its secret or hash. */
export function presentApiKey(row: ApiKeyRow) {
  return {
    id: row.id,
    name: row.name,
    hint: `${row.prefix}…${row.lastFour}`,
    scopes: row.scopes,
    createdAt: iso(row.createdAt),
    lastUsedAt: iso(row.lastUsedAt),
  };
}
