import { tmpdir } from "node:os";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { listAuditEntries } from "@/db/queries/audit-entries";
import { insertMembership } from "@/db/queries/console-users";
import { listProgramsOfUser } from "@/db/queries/programs";
import { insertInvite, listPeople, listUsableInvites, revokeInvites } from "@/db/queries/team";
import { openTestDatabase } from "@/db/testing/test-database";
import { acceptInvite, joinByInvite, readInvite } from "@/lib/auth/accept-invite";
import { createAuth } from "@/lib/auth/better-auth";
import { signIn, startSession } from "@/lib/auth/sign-in";
import { newColleague } from "@/lib/auth/testing/team";
import { newTenant } from "@/lib/auth/testing/tenant";
import { hashSecret } from "@/lib/services/api-keys/secret";

const ENV = { AUTH_SECRET: "s".repeat(32), DATA_DIR: tmpdir(), PUBLIC_URL: undefined, TRUSTED_PROXIES: [] };
const NOW = Date.UTC(2026, 3, 20);
const DAY_MS = 86_400_000;
const PASSWORD = "correct horse";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function start() {
  const tenant = await newTenant(database.db);
  const owner = await newColleague(database.db, tenant, "owner");
  const { organizationId } = tenant.program;
  const insert = (token: string) =>
    transaction(database.db, (tx) =>
      insertInvite(owner.at(NOW).scope, tx, {
        id: v7(),
        organizationId,
        role: "translator",
        tokenHash: hashSecret(token),
        createdAt: NOW,
        expiresAt: NOW + 7 * DAY_MS,
      }),
    );
  const token = v7();
  const invite = await insert(token);
  /** Tokens of further invites. */
  const more = async (count: number) => {
    const tokens = Array.from({ length: count }, () => v7());
    for (const one of tokens) await insert(one);
    return tokens;
  };
  const accept = (email: string, now = NOW, name = "Ada") =>
    acceptInvite(database.db, token, { name, email, password: PASSWORD }, now);
  const read = () => readInvite(database.db, token);
  const people = () => listPeople(database.db, organizationId);
  const revoke = () => transaction(database.db, (tx) => revokeInvites(tx, organizationId, { id: invite.id }, NOW));
  return { tenant, owner, invite, token, more, accept, read, people, revoke };
}

/** One came through, and every other was refused like this. */
function expectOne(outcomes: PromiseSettledResult<unknown>[], refusal: object) {
  const reasons = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
  expect(reasons).toHaveLength(outcomes.length - 1);
  for (const reason of reasons) expect(reason).toMatchObject(refusal);
}

const gone = { code: "not_found" };

describe("an invite", () => {
  it("lets one person in, with its role, and is used up by it", async () => {
    const { tenant, owner, invite, accept, read, people, revoke } = await start();
    const told = { program: "Test", role: "translator" };
    expect(await read()).toMatchObject({ ...told, acceptedAt: null, revokedAt: null });
    const email = `ada-${invite.id}@example.com`;
    expect(await accept(` ${email.toUpperCase()} `, NOW, " Ada Lovelace ")).toBe(tenant.program.id);
    const auth = createAuth(database.db, ENV);
    expect((await startSession(auth, { email, password: PASSWORD }, new Headers())).length).toBeGreaterThan(0);
    expect((await signIn(auth, { email, password: PASSWORD }, new Headers())).outcome).toBe("signed-in");
    const [, ada, another] = await people();
    expect([ada?.name, ada?.role, another]).toEqual(["Ada Lovelace", "translator", undefined]);
    expect(await listUsableInvites(database.db, tenant.program.organizationId, NOW)).toEqual([]);
    const programs = await listProgramsOfUser(database.db, ada?.userId ?? "");
    expect(programs.map(({ role, program }) => [role, program.id])).toEqual([["translator", tenant.program.id]]);

    expect(await read()).toMatchObject({ ...told, acceptedAt: NOW, revokedAt: null });
    expect(await readInvite(database.db, "made-up")).toBeNull();
    await expect(accept("second@example.com")).rejects.toMatchObject(gone);
    expect(await revoke()).toEqual([]);
    const trail = await listAuditEntries(owner.at(NOW).scope, database.db, 10);
    expect(trail).toMatchObject([
      { slug: "person", action: "create", actorId: ada?.userId, after: { role: "translator", inviteId: invite.id } },
    ]);
  });

  it("of two who open it at once lets one in", async () => {
    const { invite, accept, people } = await start();
    const outcomes = await Promise.allSettled(["a", "b"].map((name) => accept(`${name}-${invite.id}@example.com`)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await people()).toHaveLength(2);
  });

  it("of several that one person opens at once lets in by one, and leaves the others usable", async () => {
    const { tenant, people, more } = await start();
    const { userId } = (await start()).owner;
    const tokens = await more(6);
    const outcomes = await Promise.allSettled(tokens.map((token) => joinByInvite(database.db, token, userId, NOW)));
    expectOne(outcomes, { code: "conflict" });
    expect((await people()).filter((person) => person.userId === userId)).toHaveLength(1);
    expect(await listUsableInvites(database.db, tenant.program.organizationId, NOW)).toHaveLength(6);
  });

  it("of several that are opened at once with one new address makes one account", async () => {
    const { tenant, people, more } = await start();
    const email = `ada-${v7()}@example.com`;
    const ada = { name: "Ada", email, password: PASSWORD };
    const tokens = await more(6);
    const outcomes = await Promise.allSettled(tokens.map((token) => acceptInvite(database.db, token, ada, NOW)));
    expectOne(outcomes, { code: "invalid_request", params: { errors: [{ pointer: "/email", code: "taken" }] } });
    expect((await people()).filter((person) => person.email === email)).toHaveLength(1);
    expect(await listUsableInvites(database.db, tenant.program.organizationId, NOW)).toHaveLength(6);
  });

  it("cannot make anybody belong twice, whoever writes it", async () => {
    const { tenant, owner } = await start();
    const { organizationId } = tenant.program;
    const again = { membershipId: v7(), organizationId, userId: owner.userId, role: "viewer" };
    const writing = transaction(database.db, (tx) => insertMembership(tx, again, new Date(NOW)));
    await expect(writing).rejects.toMatchObject({ cause: { constraint: "auth_member_organization_user" } });
  });

  it("works till it is over or revoked", async () => {
    const { accept, read, revoke } = await start();
    expect(await read()).toMatchObject({ expiresAt: NOW + 7 * DAY_MS, revokedAt: null });
    await expect(accept("late@example.com", NOW + 7 * DAY_MS)).rejects.toMatchObject(gone);
    await revoke();
    expect((await read())?.revokedAt).toBe(NOW);
    await expect(accept("revoked@example.com")).rejects.toMatchObject(gone);
    const attempt = acceptInvite(database.db, "made-up", { name: "X", email: "x@y.zz", password: PASSWORD }, NOW);
    await expect(attempt).rejects.toMatchObject(gone);
  });

  it("stays usable when what was entered cannot be an account", async () => {
    const { owner, invite, accept } = await start();
    await expect(accept(owner.email)).rejects.toMatchObject({
      params: { errors: [{ pointer: "/email", code: "taken" }] },
    });
    for (const name of ["", "  ", "x".repeat(257)])
      await expect(accept("b@example.com", NOW, name)).rejects.toMatchObject({
        params: { errors: [{ pointer: "/name" }] },
      });
    await expect(accept("nobody")).rejects.toMatchObject({ params: { errors: [{ pointer: "/email" }] } });
    await accept(`ok-${invite.id}@example.com`);
  });

  it("lets who has an account join a second organization, and nobody twice", async () => {
    const { tenant, owner, token } = await start();
    const other = await start();
    await expect(joinByInvite(database.db, token, owner.userId, NOW)).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await joinByInvite(database.db, token, other.owner.userId, NOW)).toBe(tenant.program.id);
    const programs = await listProgramsOfUser(database.db, other.owner.userId);
    expect(programs.map(({ role }) => role).sort()).toEqual(["owner", "translator"]);
    await expect(joinByInvite(database.db, token, other.owner.userId, NOW)).rejects.toMatchObject(gone);
  });
});

it("better-auth's own doors to teams and accounts are closed, so that none goes round the services", async () => {
  const auth = createAuth(database.db, ENV);
  for (const path of ["organization/invite-member", "organization/update-member-role", "admin/set-role"]) {
    const request = new Request(`http://localhost/api/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect([path, (await auth.handler(request)).status]).toEqual([path, 404]);
  }
});
