import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { admin } from "better-auth/plugins/admin";
import { organization } from "better-auth/plugins/organization";
import { v7 } from "uuid";
import type { Db } from "@/db/client";
import * as tables from "@/db/schema/auth";
import { type Env, getEnv } from "@/lib/env";
import { authSecret } from "./auth-secret";
import { database } from "./database";

export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 128;

const SIGN_IN_WINDOW_SECONDS = 60;
const SIGN_INS_PER_WINDOW = 10;

type AuthEnv = Pick<Env, "AUTH_SECRET" | "DATA_DIR" | "PUBLIC_URL" | "TRUSTED_PROXIES">;

/** Console sign-in over a database: e-mail and password; accounts are made by owners, never by visitors. */
export function createAuth(db: Db, env: AuthEnv) {
  // Organizations come with their programs, which no door of better-auth knows: it neither makes nor deletes them.
  const plugins = [organization({ allowUserToCreateOrganization: false, disableOrganizationDeletion: true }), admin()];
  return betterAuth({
    appName: "Milepost",
    baseURL: env.PUBLIC_URL,
    secret: authSecret(env),
    database: drizzleAdapter(db, {
      provider: "pg",
      // PGlite has one connection: a transaction of the adapter would wait for its own outer database.
      transaction: false,
      schema: {
        user: tables.authUser,
        session: tables.authSession,
        account: tables.authAccount,
        verification: tables.authVerification,
        organization: tables.authOrganization,
        member: tables.authMember,
        invitation: tables.authInvitation,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    plugins,
    // Who is on the team and what they may do goes through services, which check, and write the audit trail.
    disabledPaths: plugins.flatMap(({ endpoints }) => Object.values(endpoints).map(({ path }) => path)),
    rateLimit: {
      // Guessing is to be slow in every environment, not only where NODE_ENV says production.
      enabled: true,
      storage: "memory",
      customRules: { "/sign-in/email": { window: SIGN_IN_WINDOW_SECONDS, max: SIGN_INS_PER_WINDOW } },
    },
    advanced: {
      cookiePrefix: "milepost",
      // By the address that browsers use: a Secure cookie would never come back over plain http.
      useSecureCookies: env.PUBLIC_URL?.startsWith("https:") ?? false,
      database: { generateId: () => v7() },
      ipAddress: { trustedProxies: env.TRUSTED_PROXIES },
    },
    // Its warnings are about an unset base URL, which is meant: the address of the request serves.
    logger: { level: "error" },
    telemetry: { enabled: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;

const KEY = Symbol.for("milepost.auth");
const shared = globalThis as { [KEY]?: Promise<Auth> };

/** Sign-in of this process, made at the first call: the server's two module graphs share it and its rate limits. */
export function getAuth(): Promise<Auth> {
  shared[KEY] ??= database()
    .then(({ db }) => createAuth(db, getEnv()))
    .catch((error: unknown) => {
      shared[KEY] = undefined;
      throw error;
    });
  return shared[KEY];
}
