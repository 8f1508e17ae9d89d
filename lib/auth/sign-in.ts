import { parseSetCookieHeader } from "better-auth/cookies";
import type { Auth } from "./better-auth";

export interface SessionCookie {
  name: string;
  value: string;
  maxAge: number | undefined;
}

export type SignInResult =
  | { outcome: "signed-in"; cookies: SessionCookie[] }
  | { outcome: "wrong" }
  | { outcome: "banned" }
  | { outcome: "throttled"; retryAfterSeconds: number };

// What the rate limiter and the session's record read; no cookie, so that an old session does not matter.
const FORWARDED_HEADERS = ["x-forwarded-for", "user-agent"];
const ANY_ORIGIN = "http://milepost.invalid";

/**
 * Signs in by better-auth's own handler, not by its API: only the handler counts attempts.
 * `headers` are those of the reader's request, `origin` the address that browsers use where it is known.
 */
export async function signIn(
  auth: Auth,
  credentials: { email: string; password: string },
  headers: Headers,
  origin = ANY_ORIGIN,
): Promise<SignInResult> {
  const sent = new Headers({ "content-type": "application/json" });
  for (const name of FORWARDED_HEADERS) {
    const value = headers.get(name);
    if (value !== null) sent.set(name, value);
  }
  const body = JSON.stringify(credentials);
  const response = await auth.handler(
    new Request(`${origin}/api/auth/sign-in/email`, { method: "POST", headers: sent, body }),
  );
  if (response.ok) return { outcome: "signed-in", cookies: response.headers.getSetCookie().flatMap(readCookie) };
  if (response.status === 429)
    return { outcome: "throttled", retryAfterSeconds: Number(response.headers.get("x-retry-after") ?? 60) };
  if (response.status === 403) return { outcome: "banned" };
  // 400 is an e-mail address that is none, 401 one that is unknown or a wrong password: the reader is told the same.
  if (response.status === 400 || response.status === 401) return { outcome: "wrong" };
  throw new Error(`better-auth answered sign-in with ${response.status}: ${await response.text()}`);
}

/**
 * Begins a session of somebody whose password was set a moment ago: no attempt at guessing it, and not counted as one.
 */
export async function startSession(
  auth: Auth,
  credentials: { email: string; password: string },
  headers: Headers,
): Promise<SessionCookie[]> {
  const response = await auth.api.signInEmail({ body: credentials, headers, asResponse: true });
  if (!response.ok) throw new Error(`better-auth answered a first sign-in with ${response.status}`);
  return response.headers.getSetCookie().flatMap(readCookie);
}

function readCookie(header: string): SessionCookie[] {
  return [...parseSetCookieHeader(header)].map(([name, attributes]) => ({
    name,
    value: attributes.value,
    maxAge: attributes["max-age"],
  }));
}
