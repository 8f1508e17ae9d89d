import type { Role } from "@/lib/domain/team";

/** What roles differ in. */
export const RIGHTS = ["campaigns", "translations", "rewards", "members", "keys", "codes", "team"] as const;
export type Right = (typeof RIGHTS)[number];

/** A role and what it may do. */
export interface RoleRights {
  role: Role;
  rights: Record<Right, boolean>;
}
