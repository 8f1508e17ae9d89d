import { listPeople, listUsableInvites } from "@/db/queries/team";
import { authorize } from "@/lib/services/authorize";
import type { ServiceContext } from "@/lib/services/context";
import { presentInvite, presentPerson } from "./present-team";

/**
 * The people of the organization, and the invites that still work.
 * @throws AppError `forbidden`
 */
export async function listTeam(context: ServiceContext) {
  authorize(context, "team:write");
  const { db, program, now } = context;
  const people = await listPeople(db, program.organizationId);
  const invites = await listUsableInvites(db, program.organizationId, now);
  return { people: people.map(presentPerson), invites: invites.map(presentInvite) };
}
