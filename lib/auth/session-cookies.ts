import { cookies } from "next/headers";
import type { Auth } from "./better-auth";
import type { SessionCookie } from "./sign-in";

/** Gives the reader's browser the cookies of a session that has just begun. */
export async function keepSession(auth: Auth, session: readonly SessionCookie[]): Promise<void> {
  const store = await cookies();
  const secure = auth.options.advanced.useSecureCookies;
  for (const { name, value, maxAge } of session)
    store.set(name, value, { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge });
}
