import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Database, transaction } from "@/db/client";
import { replaceOneTimeToken } from "@/db/queries/console-users";
import { listProgramsOfUser } from "@/db/queries/programs";
import { openTestDatabase } from "@/db/testing/test-database";
import { createAuth } from "@/lib/auth/better-auth";
import { completeSetup, createOwner, issueSetupToken, needsFirstOwner, setupTokenWorks } from "@/lib/auth/first-owner";
import { signIn } from "@/lib/auth/sign-in";
import { newTenant } from "@/lib/auth/testing/tenant";

const ENV = { AUTH_SECRET: "s".repeat(32), DATA_DIR: tmpdir(), PUBLIC_URL: undefined, TRUSTED_PROXIES: [] };
const OWNER = { email: "owner@example.com", password: "correct horse" };

let database: Database;
let organizationId: string;
beforeEach(async () => {
  database = await openTestDatabase();
  organizationId = (await newTenant(database.db)).program.organizationId;
});
afterEach(() => database.close());

async function mustIssue(): Promise<string> {
  const token = await issueSetupToken(database.db);
  if (token === null) throw new Error("no token");
  return token;
}

test("a setup token makes the first owner, who can sign in and holds the organization's programs; once", async () => {
  const token = await mustIssue();
  expect(await needsFirstOwner(database.db)).toBe(true);
  expect(await completeSetup(database.db, token, { ...OWNER, email: " Owner@Example.com " })).toBe(true);

  const auth = createAuth(database.db, ENV);
  expect((await signIn(auth, OWNER, new Headers())).outcome).toBe("signed-in");
  const user = await (await auth.$context).internalAdapter.findUserByEmail(OWNER.email);
  const programs = await listProgramsOfUser(database.db, user?.user.id ?? "");
  expect(programs.map(({ role, program }) => [role, program.organizationId])).toEqual([["owner", organizationId]]);

  expect(await needsFirstOwner(database.db)).toBe(false);
  expect(await setupTokenWorks(database.db, token)).toBe(false);
  expect(await completeSetup(database.db, token, { ...OWNER, email: "second@example.com" })).toBe(false);
  expect(await issueSetupToken(database.db)).toBeNull();
});

test("of two who use the link at once, one becomes the owner", async () => {
  const token = await mustIssue();
  const outcomes = await Promise.all(
    ["a@example.com", "b@example.com"].map((email) => completeSetup(database.db, token, { ...OWNER, email })),
  );
  expect(outcomes.sort()).toEqual([false, true]);
});

test("what cannot be an account is refused at its field, and the link stays usable", async () => {
  const token = await mustIssue();
  const pointer = (pointer: string) => ({ code: "invalid_request", params: { errors: [{ pointer }] } });
  await expect(completeSetup(database.db, token, { ...OWNER, email: "owner" })).rejects.toMatchObject(
    pointer("/email"),
  );
  await expect(completeSetup(database.db, token, { email: "owner", password: "short" })).rejects.toMatchObject({
    params: { errors: [{ pointer: "/email" }, { pointer: "/password" }] },
  });
  for (const password of ["short", "x".repeat(129)])
    await expect(completeSetup(database.db, token, { ...OWNER, password })).rejects.toMatchObject(pointer("/password"));
  expect(await completeSetup(database.db, token, OWNER)).toBe(true);
});

test("a newer link puts the older one out of use, and an expired or made-up one does not work", async () => {
  const older = await mustIssue();
  const newer = await mustIssue();
  expect(await setupTokenWorks(database.db, older)).toBe(false);
  expect(await setupTokenWorks(database.db, newer)).toBe(true);
  expect(await completeSetup(database.db, "made-up", OWNER)).toBe(false);

  const now = new Date();
  const expired = {
    id: v7(),
    identifier: "milepost.setup",
    hash: createHash("sha256").update("late").digest("hex"),
    expiresAt: new Date(now.getTime() - 1),
  };
  await transaction(database.db, (tx) => replaceOneTimeToken(tx, expired, now));
  expect(await completeSetup(database.db, "late", OWNER)).toBe(false);
});

test("createOwner makes the first owner and afterwards nobody", async () => {
  expect(await createOwner(database.db, { ...OWNER, organizationId })).toBe(true);
  expect(await createOwner(database.db, { ...OWNER, organizationId })).toBe(false);
  expect(await createOwner(database.db, { ...OWNER, email: "later@example.com", organizationId })).toBe(false);
});
