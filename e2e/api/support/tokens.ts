import { SignJWT } from "jose";
import { inject } from "vitest";
import { admin, Client, type Json } from "./client";

const MINUTE = 60;

export interface TokenOptions {
  /** Seconds until it ends; null: it says nothing of its end. */
  expiresIn?: number | null;
  secret?: string;
  algorithm?: string;
  /** Claims in place of `sub` and `userData`. */
  claims?: Json;
}

let program: Promise<string> | undefined;

/** The program of the server's first key. */
export function programId(): Promise<string> {
  program ??= admin()
    .get<{ programId: string }>("/api/whoami")
    .then(({ body }) => body.programId);
  return program;
}

/** A member's token as the customer's server signs it, or one that is wrong in some way. */
export async function signToken(externalId: string, options: TokenOptions = {}): Promise<string> {
  const { expiresIn = 10 * MINUTE, secret = inject("server").widgetSecret, algorithm = "HS256", claims = {} } = options;
  const exp = expiresIn === null ? {} : { exp: Math.floor(Date.now() / 1000) + expiresIn };
  return new SignJWT({ sub: await programId(), userData: { externalId }, ...exp, ...claims })
    .setProtectedHeader({ alg: algorithm })
    .sign(new TextEncoder().encode(secret));
}

/** A member as caller: the token, and the program that it is for. */
export async function asMember(externalId: string, options: TokenOptions = {}): Promise<Client> {
  const token = await signToken(externalId, options);
  return new Client({ "x-enduser-access-token": token, "x-account-id": await programId() });
}
