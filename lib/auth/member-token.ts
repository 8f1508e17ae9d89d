import { errors, jwtVerify } from "jose";
import { z } from "zod";
import type { Db } from "@/db/client";
import { findMemberByExternalId } from "@/db/queries/members";
import { findProgram } from "@/db/queries/programs";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { mintScope } from "./scope";

/** A token lives an hour at most (DOMAIN 4); a signer's clock may be a little ahead of ours. */
const MAX_LIFETIME_SECONDS = 3600;
const CLOCK_SKEW_SECONDS = 30;

const claims = z.object({
  sub: z.string(),
  exp: z.number(),
  userData: z.object({ externalId: z.string().min(1).max(256) }),
});

/**
 * Lets a member in by a token that the customer's server signed with the program's widget secret. A member whom the
 * program does not know yet comes in too, and finds nothing.
 * @throws AppError `unauthenticated` for a token that is malformed, forged, expired, too long-lived or another program's
 */
export async function memberContextFromToken(
  db: Db,
  programId: string,
  token: string,
  now: number,
  requestId: string,
): Promise<ServiceContext> {
  const program = z.uuid().safeParse(programId).success ? await findProgram(db, programId) : undefined;
  if (!program) throw refused("The account is unknown.");
  const { sub, exp, userData } = await verify(token, program.widgetSecret, now);
  if (sub !== program.id) throw refused("The token's sub is another program.");
  if (exp - now / 1000 > MAX_LIFETIME_SECONDS + CLOCK_SKEW_SECONDS)
    throw refused("The token's exp lies more than an hour ahead.");
  const minted = mintScope(program);
  const member = await findMemberByExternalId(minted.scope, db, userData.externalId);
  const actor = { kind: "member" as const, externalId: userData.externalId, memberId: member?.id ?? null };
  return { db, ...minted, actor, now, requestId };
}

async function verify(token: string, secret: string, now: number): Promise<z.output<typeof claims>> {
  try {
    const key = new TextEncoder().encode(secret);
    const { payload } = await jwtVerify(token, key, { algorithms: ["HS256"], currentDate: new Date(now) });
    const read = claims.safeParse(payload);
    if (read.success) return read.data;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw refused("The token has expired.");
    if (!(error instanceof errors.JOSEError)) throw error;
    throw refused("The token is not valid.");
  }
  throw refused("The token lacks sub, exp or userData.externalId.");
}

function refused(detail: string): AppError {
  return new AppError("unauthenticated", { detail });
}
