import type { Db } from "@/db/client";
import { findKeysByHash, touchKey } from "@/db/queries/programs";
import { SCOPES, type Scope } from "@/lib/contracts/scopes";
import { AppError } from "@/lib/errors";
import { hashSecret } from "@/lib/services/api-keys/secret";
import type { ServiceContext } from "@/lib/services/context";
import { mintScope } from "./scope";

type Headers = Readonly<Record<string, string | undefined>>;

/** How often a key's last use is noted at most. */
const TOUCH_EVERY_MS = 60_000;

/**
 * The secret that a server sent, and the key id if it sent one: `X-API-Secret`, alone or with `x-api-key` as the id;
 * `X-API-KEY` alone; or `Authorization: Bearer` (DOMAIN 4).
 */
function credentials(headers: Headers): { secret: string; keyId: string | null } | null {
  const key = headers["x-api-key"];
  const secret = headers["x-api-secret"];
  if (secret) return { secret, keyId: key ?? null };
  if (key) return { secret: key, keyId: null };
  const bearer = /^Bearer +(\S+)$/i.exec(headers["authorization"] ?? "")?.[1];
  return bearer ? { secret: bearer, keyId: null } : null;
}

/**
 * Lets a server in by its secret, in one statement.
 * @throws AppError `unauthenticated` when the secret is missing, unknown, revoked, or of another key id
 */
export async function contextOfKey(db: Db, headers: Headers, now: number, requestId: string): Promise<ServiceContext> {
  const given = credentials(headers);
  if (!given)
    throw new AppError("unauthenticated", { detail: "Send your secret as X-API-KEY, or as Authorization: Bearer." });
  const found = (await findKeysByHash(db, hashSecret(given.secret))).find(
    ({ key }) => given.keyId === null || given.keyId === key.id,
  );
  if (!found) throw new AppError("unauthenticated", { detail: "This secret is not, or no longer, valid." });
  const { key, program } = found;
  if (key.lastUsedAt === null || now - key.lastUsedAt >= TOUCH_EVERY_MS) await touchKey(db, key, now);
  return {
    db,
    ...mintScope(program),
    actor: { kind: "key", id: key.id, scopes: key.scopes.filter(isScope) },
    now,
    requestId,
  };
}

function isScope(scope: string): scope is Scope {
  return (SCOPES as readonly string[]).includes(scope);
}
