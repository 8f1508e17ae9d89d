import { findMembersByIds } from "@/db/queries/members";
import { findKeyNames, findUsers } from "@/db/queries/team";
import type { ServiceContext } from "@/lib/services/context";

interface ActorRef {
  kind: string;
  id: string | null;
}

/** Who acts. `name` is null for the system, and for a key or member that is gone without a trace. */
export interface AuditActor extends ActorRef {
  name: string | null;
  /** What tells a person from others of that name: the e-mail address. */
  detail: string | null;
}

/** Users by name and address, keys by name, members by their external id: a statement for each kind. */
export async function nameActors(
  { scope, db }: ServiceContext,
  actors: readonly ActorRef[],
): Promise<(actor: ActorRef) => AuditActor> {
  const ids = (wanted: string) => [
    ...new Set(actors.flatMap(({ kind, id }) => (kind === wanted && id !== null ? [id] : []))),
  ];
  const [users, keys, members] = [
    await findUsers(db, ids("user")),
    await findKeyNames(scope, db, ids("key")),
    await findMembersByIds(scope, db, ids("member")),
  ];
  const names = new Map<string | null, Pick<AuditActor, "name" | "detail">>([
    ...users.map(({ id, name, email }) => [id, { name, detail: email }] as const),
    ...keys.map(({ id, name }) => [id, { name, detail: null }] as const),
    ...members.map(({ id, externalId }) => [id, { name: externalId, detail: null }] as const),
  ]);
  return ({ kind, id }) => ({ kind, id, ...(names.get(id) ?? { name: null, detail: null }) });
}
