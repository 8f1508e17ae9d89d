import { findAuditActors } from "@/db/queries/audit-entries";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { type AuditActor, nameActors } from "./name-actors";

/** More than anybody picks from. */
const MOST_ACTORS = 200;

/**
 * Who is in the audit trail, by whom it can be filtered: people by name, those who have left too, and keys.
 * @throws AppError `forbidden`
 */
export async function listAuditActors(context: ServiceContext): Promise<AuditActor[]> {
  authorize(context, "campaigns:read");
  const found = await findAuditActors(context.scope, context.db, MOST_ACTORS);
  const nameOf = await nameActors(context, found);
  return found.map(nameOf).sort((a, b) => (a.name ?? "").localeCompare(b.name ?? ""));
}
