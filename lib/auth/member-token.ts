import { createSecretKey } from "node:crypto";
import { decodeJwt, errors, jwtVerify } from "jose";
import { z } from "zod";
import type { Db } from "@/db/client";
import { findProgramAndMember, type ProgramRow } from "@/db/queries/programs";
import { text } from "@/lib/contracts/fields";
import { AppError } from "@/lib/errors";
import type { ServiceContext } from "@/lib/services/context";
import { mintScope } from "./scope";

/** A token lives an hour at most (DOMAIN 4); a signer's clock may be a little ahead of ours. */
const MAX_LIFETIME_SECONDS = 3600;
const CLOCK_SKEW_SECONDS = 30;

const claims = z.object({
  sub: z.string(),
  exp: z.number(),
  userData: z.object({ externalId: text(256), languageCode: z.unknown().optional() }),
});

/** What a member's token says of its member. */
export interface MemberClaims {
  externalId: string;
  /** The language in which the customer's server knows the member to read. */
  languageCode: string | null;
  /** Epoch seconds. */
  expiresAt: number;
}

/**
 * Lets a member in by a token that the customer's server signed with the program's widget secret. A member whom the
 * program does not know yet comes in too, and finds nothing. Takes one statement: it looks for whom the token names, and
 * nothing of what it finds is used before the signature holds.
 * @throws AppError `unauthenticated` for a token that is malformed, forged, expired, too long-lived or another program's
 */
export async function memberContextFromToken(
  db: Db,
  programId: string,
  token: string,
  now: number,
  requestId: string,
): Promise<ServiceContext> {
  const { externalId } = unverifiedClaims(token);
  const known = z.uuid().safeParse(programId).success;
  const found = known ? await findProgramAndMember(db, programId, externalId) : undefined;
  if (!found) throw refused("The account is unknown.");
  const { program, member } = found;
  await verifyMemberToken(token, program, now);
  const actor = { kind: "member" as const, externalId, memberId: member?.id ?? null };
  return { db, ...mintScope(program), actor, now, requestId };
}

/**
 * What a token says, true or not: for looking up what decides whether it is.
 * @throws AppError `unauthenticated` for a token that says nothing
 */
export function unverifiedClaims(token: string): MemberClaims {
  return toClaims(readClaims(token, decodeJwt));
}

/**
 * What a token says, once it is proven to be signed for this program and in force.
 * @throws AppError `unauthenticated` for a token that is malformed, forged, expired, too long-lived or another program's
 */
export async function verifyMemberToken(token: string, program: ProgramRow, now: number): Promise<MemberClaims> {
  // As a key object: bytes would be imported by a job of their own for each token.
  const key = createSecretKey(program.widgetSecret, "utf8");
  const options = { algorithms: ["HS256"], currentDate: new Date(now) };
  const { payload } = await jwtVerify(token, key, options).catch(refuse);
  const { sub, exp } = readClaims(token, () => payload);
  if (sub !== program.id) throw refused("The token's sub is another program.");
  if (exp - now / 1000 > MAX_LIFETIME_SECONDS + CLOCK_SKEW_SECONDS)
    throw refused("The token's exp lies more than an hour ahead.");
  return toClaims(readClaims(token, () => payload));
}

function toClaims({ userData, exp }: z.output<typeof claims>): MemberClaims {
  const { externalId, languageCode } = userData;
  return { externalId, languageCode: typeof languageCode === "string" ? languageCode : null, expiresAt: exp };
}

function readClaims(token: string, read: (token: string) => unknown): z.output<typeof claims> {
  let payload: unknown;
  try {
    payload = read(token);
  } catch (error) {
    refuse(error);
  }
  const parsed = claims.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw refused("The token lacks sub, exp or userData.externalId.");
}

function refuse(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw refused("The token has expired.");
  if (error instanceof errors.JOSEError) throw refused("The token is not valid.");
  throw error;
}

function refused(detail: string): AppError {
  return new AppError("unauthenticated", { detail });
}
