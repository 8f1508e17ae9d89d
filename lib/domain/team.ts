/** What people are in an organization. */
export const ROLES = ["owner", "marketer", "translator", "viewer", "developer"] as const;
export type Role = (typeof ROLES)[number];

interface Membership {
  userId: string;
  role: string;
}

/** Whether a role, as the sign-in tables keep it (several may stand in it, separated by commas), is an owner's. */
export function isOwner(role: string): boolean {
  return role.split(",").some((one) => one.trim() === "owner");
}

/** Whether an organization would be left without an owner when one of its people gets another role, or (null) goes. */
export function losesLastOwner(people: readonly Membership[], userId: string, role: Role | null): boolean {
  const after = people.map((one) => (one.userId === userId ? (role ?? "") : one.role));
  return people.some((one) => isOwner(one.role)) && !after.some(isOwner);
}
