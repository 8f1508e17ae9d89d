import { getEnv } from "@/lib/env";

/** The address that the operator says the outside uses, without a slash at its end; null when none is set. */
export function publicUrl(): string | null {
  return getEnv().PUBLIC_URL?.replace(/\/$/, "") ?? null;
}
