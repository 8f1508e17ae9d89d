import { hash } from "node:crypto";

/** How secrets are kept: random ones need no slow hash. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret, "hex");
}
