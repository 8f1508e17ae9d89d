import { SCOPES, type Scope } from "@/lib/contracts/scopes";

/** What a console user may do, by role in the organization; the same scopes that API keys hold (DOMAIN 4). */
const SCOPES_OF_ROLE: Readonly<Record<string, readonly Scope[]>> = {
  owner: SCOPES,
  admin: SCOPES,
  // Runs campaigns and hands out rewards, but makes no keys and touches neither members nor balances.
  member: ["campaigns:read", "campaigns:write", "rewards:read", "rewards:write", "members:read", "points:read"],
};

/** The scopes of a role as better-auth keeps it: several may stand in it, separated by commas; an unknown one has none. */
export function scopesOfRole(role: string): Scope[] {
  const held = new Set(role.split(",").flatMap((name) => SCOPES_OF_ROLE[name.trim()] ?? []));
  return SCOPES.filter((scope) => held.has(scope));
}
