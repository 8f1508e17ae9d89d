import { type ConsoleScope, SCOPES } from "@/lib/contracts/scopes";
import type { TeamRole } from "@/lib/contracts/team";

const READING: readonly ConsoleScope[] = ["campaigns:read", "rewards:read", "members:read", "points:read"];
const EVERYTHING: readonly ConsoleScope[] = [...SCOPES, "codes:read", "texts:write", "team:write"];
const MARKETING: readonly ConsoleScope[] = [
  ...READING,
  "campaigns:write",
  "rewards:write",
  "members:write",
  "points:write",
  "codes:read",
  "texts:write",
];

/** What a console user may do, by role in the organization. Codes are hidden from who lacks `codes:read`. */
const SCOPES_OF_ROLE: Readonly<Record<TeamRole, readonly ConsoleScope[]>> = {
  owner: EVERYTHING,
  marketer: MARKETING,
  translator: [...READING, "texts:write"],
  viewer: READING,
  // Connects the shop: keys and activity, and reads what came of it, as its keys do.
  developer: [...READING, "codes:read", "activity:write", "keys:write"],
};

/** Roles that better-auth gives by itself, as they were before there were others. */
const OLDER: Readonly<Record<string, readonly ConsoleScope[]>> = { admin: EVERYTHING, member: MARKETING };

/** The scopes of a role as better-auth keeps it: several may stand in it, separated by commas; an unknown one has none. */
export function scopesOfRole(role: string): ConsoleScope[] {
  const known: Readonly<Record<string, readonly ConsoleScope[]>> = { ...OLDER, ...SCOPES_OF_ROLE };
  const held = role
    .split(",")
    .map((name) => name.trim())
    .flatMap((name) => (Object.hasOwn(known, name) ? (known[name] ?? []) : []));
  return EVERYTHING.filter((scope) => held.includes(scope));
}
