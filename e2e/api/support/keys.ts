import { SCOPES, type Scope } from "@/lib/contracts/scopes";

/** Secrets of keys that the global setup issues beside the one of the server's settings. */
export const FOREIGN_SECRET = "mp_test_sk_e2e-only-the-other-program";
export const REVOKED_SECRET = "mp_live_sk_e2e-only-revoked";

/** The secret of a key that holds just this scope. */
export function secretWith(scope: Scope): string {
  return `mp_live_sk_e2e-only-${scope}`;
}

export const KEYS = [
  { secret: FOREIGN_SECRET, mode: "test" as const, scopes: SCOPES },
  { secret: REVOKED_SECRET, mode: "live" as const, scopes: SCOPES, revoked: true },
  ...SCOPES.map((scope) => ({ secret: secretWith(scope), mode: "live" as const, scopes: [scope] })),
];
