import { getEnv } from "@/lib/env";

/** How long a request with an Idempotency-Key is believed to be running, in milliseconds. */
export function idempotencyLeaseMs(): number {
  return getEnv().IDEMPOTENCY_LEASE_SECONDS * 1000;
}
