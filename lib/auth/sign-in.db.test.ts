import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { createAuth } from "@/lib/auth/better-auth";
import { createOwner } from "@/lib/auth/first-owner";
import { signIn } from "@/lib/auth/sign-in";
import { newTenant } from "@/lib/auth/testing/tenant";

const OWNER = { email: "Owner@Example.com", password: "correct horse" };
const ENV = { AUTH_SECRET: "s".repeat(32), DATA_DIR: tmpdir(), PUBLIC_URL: undefined, TRUSTED_PROXIES: [] };

let database: Database;
let auth: ReturnType<typeof createAuth>;
beforeAll(async () => {
  database = await openTestDatabase();
  const { program } = await newTenant(database.db);
  await createOwner(database.db, { ...OWNER, organizationId: program.organizationId });
  auth = createAuth(database.db, ENV);
});
afterAll(() => database.close());

const from = (address: string) => new Headers({ "x-forwarded-for": address, "user-agent": "test" });

describe("signIn", () => {
  test("lets the owner in, whatever the case of the address, with a cookie that names a session", async () => {
    const result = await signIn(auth, { ...OWNER, email: "owner@example.COM" }, from("192.0.2.1"));
    if (result.outcome !== "signed-in") throw new Error(result.outcome);
    const cookie = result.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
    const session = await auth.api.getSession({ headers: new Headers({ cookie }) });
    expect(session?.user.email).toBe("owner@example.com");
    expect(session?.session.ipAddress).toBe("192.0.2.1");
  });

  test("tells an unknown address, a wrong password and a malformed address apart from nothing", async () => {
    const headers = from("192.0.2.2");
    for (const credentials of [
      { email: "nobody@example.com", password: OWNER.password },
      { email: OWNER.email, password: "wrong horse" },
      { email: "no address", password: OWNER.password },
    ])
      expect(await signIn(auth, credentials, headers)).toEqual({ outcome: "wrong" });
  });

  test("is throttled by address: ten attempts a minute, then not even the right password", async () => {
    const wrong = { ...OWNER, password: "guess" };
    for (let attempt = 0; attempt < 10; attempt++)
      expect(await signIn(auth, wrong, from("192.0.2.3"))).toEqual({ outcome: "wrong" });
    const refused = await signIn(auth, OWNER, from("192.0.2.3"));
    expect(refused).toMatchObject({ outcome: "throttled", retryAfterSeconds: expect.any(Number) });
    expect((await signIn(auth, OWNER, from("192.0.2.4"))).outcome).toBe("signed-in");
  });

  test("a client behind a trusted proxy cannot choose the address that counts", async () => {
    const behindProxy = createAuth(database.db, { ...ENV, TRUSTED_PROXIES: ["198.51.100.1"] });
    const outcomes = [];
    for (let attempt = 0; attempt < 11; attempt++) {
      const headers = from(`203.0.113.${attempt}, 192.0.2.5, 198.51.100.1`);
      outcomes.push((await signIn(behindProxy, { ...OWNER, password: "guess" }, headers)).outcome);
    }
    expect(outcomes).toEqual([...Array(10).fill("wrong"), "throttled"]);
  });
});

test("nobody can sign up, by whichever door", async () => {
  const body = { email: "stranger@example.com", password: "a long password", name: "Stranger" };
  await expect(auth.api.signUpEmail({ body })).rejects.toMatchObject({
    body: { code: "EMAIL_PASSWORD_SIGN_UP_DISABLED" },
  });
});
