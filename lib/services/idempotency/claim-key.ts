import {
  claimIdempotencyKey,
  findIdempotencyKey,
  type HeldKey,
  purgeIdempotencyKeys,
} from "@/db/queries/idempotency-keys";
import type { EpochMs } from "@/lib/domain/period";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { newId } from "@/lib/services/ids";

/** A request that carries an `Idempotency-Key`. */
export interface KeyedRequest {
  key: string;
  /** What must be the same in a repeat, as a hash. */
  fingerprint: string;
  /** When it is claimed: the body may have taken long to arrive. */
  now: EpochMs;
  /** How long the server that runs it is believed to be alive. */
  leaseMs: number;
}

/** What a repeat gets to see again. */
export interface Answer {
  status: number;
  contentType: string | null;
  body: string | null;
}

/** How long an answer is kept (DOMAIN 3). */
const KEPT_MS = 24 * 60 * 60_000;
/** Each new key takes a few old ones away, so that nobody has to sweep: more than come in, so none pile up. */
const PURGED_PER_CLAIM = 5;
const MAX_ATTEMPTS = 5;

/**
 * Claims the key of a request, or finds what the first request with it answered.
 * @throws AppError `idempotency_mismatch` when the key is another request's; `in_progress` while the first still runs
 */
export async function claimKey(
  { db, scope }: ServiceContext,
  apiKeyId: string,
  { key, fingerprint, now, leaseMs }: KeyedRequest,
): Promise<{ held: HeldKey } | { kept: Answer }> {
  const held = { apiKeyId, key, holder: newId() };
  const values = { ...held, fingerprint, leasedUntil: now + leaseMs, createdAt: now, expiresAt: now + KEPT_MS };
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    if (await claimIdempotencyKey(scope, db, values)) {
      await purgeIdempotencyKeys(scope, db, now, PURGED_PER_CLAIM);
      return { held };
    }
    const first = await findIdempotencyKey(scope, db, apiKeyId, key);
    // Given back between the two statements: it can be claimed now.
    if (!first) continue;
    if (first.fingerprint !== fingerprint) throw mismatch();
    if (first.status === null) break;
    return { kept: { status: first.status, contentType: first.contentType, body: first.body } };
  }
  throw inProgress();
}

export function inProgress(): AppError {
  return new AppError("in_progress", {
    detail: "The first request with this Idempotency-Key is still being worked on. Repeat it in a moment.",
    headers: { "retry-after": "1" },
  });
}

function mismatch(): AppError {
  return new AppError("idempotency_mismatch", {
    detail: "This Idempotency-Key was used for another request (method, path, query or body): take a new one for this.",
  });
}
