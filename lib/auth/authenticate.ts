import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { contextOfKey } from "./api-key";
import { database } from "./database";
import { memberContextFromToken } from "./member-token";

/**
 * Tells who makes a REST request: a member by `x-enduser-access-token` with `x-account-id`, else a server by its secret.
 * @throws AppError `unauthenticated`
 */
export async function authenticate(
  headers: Readonly<Record<string, string | undefined>>,
  now: number,
  requestId: string,
): Promise<ServiceContext> {
  const { db } = await database();
  const token = headers["x-enduser-access-token"];
  if (token === undefined) return contextOfKey(db, headers, now, requestId);
  const account = headers["x-account-id"];
  if (!account) throw new AppError("unauthenticated", { detail: "x-account-id must name the program of the token." });
  return memberContextFromToken(db, account, token, now, requestId);
}
