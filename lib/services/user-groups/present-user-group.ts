import type { UserGroupRow } from "@/db/queries/user-groups";
import { iso } from "@/lib/services/wire";

/** A group as an admin reads it; its members are a list of their own. */
export function presentUserGroup(row: UserGroupRow) {
  return {
    id: row.id,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
    name: row.name,
    externalId: row.externalId,
  };
}
