import { findAuditActors } from "@/db/queries/audit-entries";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { readableSlugs } from "./list-audit";
import { type AuditActor, nameActors } from "./name-actors";

/** More than anybody picks from. */
const MOST_ACTORS = 200;

/**
 * Who did what the reader may read of, by whom the audit trail can be filtered: people by name, those who have left too,
 * and keys.
 * @throws AppError `forbidden`
 */
export async function listAuditActors(context: ServiceContext): Promise<AuditActor[]> {
  authorize(context, "campaigns:read");
  const found = await findAuditActors(context.scope, context.db, readableSlugs(context), MOST_ACTORS);
  const nameOf = await nameActors(context, found);
  return found.map(nameOf).sort((a, b) => (a.name ?? "").localeCompare(b.name ?? ""));
}
