import { RIGHTS, type Right, type RoleRights } from "@/components/console/team/role-rights";
import { scopesOfRole } from "@/lib/auth/roles";
import type { ConsoleScope } from "@/lib/contracts/scopes";
import { ROLES } from "@/lib/domain/team";

const NEEDS: Record<Right, ConsoleScope> = {
  campaigns: "campaigns:write",
  translations: "texts:write",
  rewards: "rewards:write",
  members: "members:write",
  keys: "keys:write",
  codes: "codes:read",
  team: "team:write",
};

/** What each role may do, as the services hold it to. */
export function rightsOfRoles(): RoleRights[] {
  return ROLES.map((role) => {
    const scopes = scopesOfRole(role);
    const rights = RIGHTS.map((right) => [right, scopes.includes(NEEDS[right])] as const);
    return { role, rights: Object.fromEntries(rights) as Record<Right, boolean> };
  });
}
