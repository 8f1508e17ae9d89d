/** What people are in an organization. */
export const ROLES = ["owner", "marketer", "translator", "viewer", "developer"] as const;
export type Role = (typeof ROLES)[number];

interface Membership {
  userId: string;
  role: string;
}

/** Roles that better-auth gives by itself, and what they are called here. */
const OLDER: ReadonlyMap<string, Role> = new Map([
  ["admin", "owner"],
  ["member", "marketer"],
]);

/** What people call a role that the sign-in tables keep; of several in it the first of ROLES, of none null. */
export function roleNamed(role: string): Role | null {
  const held = role.split(",").map((part) => OLDER.get(part.trim()) ?? part.trim());
  return ROLES.find((known) => held.includes(known)) ?? null;
}

/** Whether a role, as the sign-in tables keep it (several may stand in it, separated by commas), is an owner's. */
export function isOwner(role: string): boolean {
  return role.split(",").some((one) => one.trim() === "owner");
}

/** Whether a role, as the sign-in tables keep it, manages the team: the roles to which lib/auth gives `team:write`. */
export function managesTeam(role: string): boolean {
  return roleNamed(role) === "owner";
}

interface InviteFacts {
  expiresAt: number;
  acceptedAt: number | null;
  revokedAt: number | null;
}

/** How an invite stands: it works once, till it is over, unless it is revoked. */
export function inviteState(invite: InviteFacts, now: number): "usable" | "used" | "revoked" | "expired" {
  if (invite.acceptedAt !== null) return "used";
  if (invite.revokedAt !== null) return "revoked";
  return now < invite.expiresAt ? "usable" : "expired";
}

/** Whether an organization would be left without an owner when one of its people gets another role, or (null) goes. */
export function losesLastOwner(people: readonly Membership[], userId: string, role: Role | null): boolean {
  const after = people.map((one) => (one.userId === userId ? (role ?? "") : one.role));
  return people.some((one) => isOwner(one.role)) && !after.some(isOwner);
}
