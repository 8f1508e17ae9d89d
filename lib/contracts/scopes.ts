/** What a secret or a role may do (DOMAIN 4). */
export const SCOPES = [
  "activity:write",
  "campaigns:read",
  "campaigns:write",
  "rewards:read",
  "rewards:write",
  "members:read",
  "members:write",
  "points:read",
  "points:write",
  "keys:write",
] as const;
export type Scope = (typeof SCOPES)[number];
