import type { TeamView } from "@/components/console/team/team-view";
import { losesLastOwner, roleNamed } from "@/lib/domain/team";
import type { ServiceContext } from "@/lib/services/context";
import { listTeam } from "@/lib/services/team/list-team";

/** The people and open invites of the organization, for those who may change them. */
export async function readTeam(context: ServiceContext): Promise<TeamView> {
  const { people, invites } = await listTeam(context);
  const { actor } = context;
  const memberships = people.map(({ id, role }) => ({ userId: id, role }));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    people: people.map((person) => ({
      ...person,
      role: roleNamed(person.role),
      self: actor.kind === "user" && actor.id === person.id,
      last: losesLastOwner(memberships, person.id, null),
    })),
    invites: invites.map(({ id, role, note, createdAt, createdById, expiresAt }) => ({
      ...{ id, note, createdAt, expiresAt },
      role: roleNamed(role),
      madeBy: names.get(createdById ?? "") ?? null,
    })),
  };
}
