import { hash, randomBytes } from "node:crypto";
import type { ProgramMode } from "@/lib/domain/record";

const MIN_LENGTH_TO_HINT = 32;

/** A new API secret: `mp_live_sk_` or `mp_test_sk_` and 32 random bytes. */
export function newApiSecret(mode: ProgramMode): string {
  return `mp_${mode}_sk_${randomBytes(32).toString("base64url")}`;
}

/** How secrets are kept: random ones need no slow hash. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret, "hex");
}

/** What is kept of a secret: its hash, and enough of its ends to tell it from others. */
export function storedSecret(secret: string) {
  return {
    prefix: /^mp_(live|test)_sk_/.exec(secret)?.[0] ?? "",
    hash: hashSecret(secret),
    // Of a short secret four characters would be too much to tell.
    lastFour: secret.length >= MIN_LENGTH_TO_HINT ? secret.slice(-4) : "",
  };
}
