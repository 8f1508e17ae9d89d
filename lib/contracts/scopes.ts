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

/** What only people in the console may be given; no API key holds these. `campaigns:write` includes `texts:write`. */
const CONSOLE_SCOPES = ["codes:read", "texts:write", "team:write"] as const;
export type ConsoleScope = Scope | (typeof CONSOLE_SCOPES)[number];
