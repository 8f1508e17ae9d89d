import { afterAll, expect, test } from "vitest";
import { listAuditEntries } from "@/db/queries/audit-entries";
import { findKeysByHash } from "@/db/queries/programs";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createApiKey } from "./create-api-key";
import { listApiKeys } from "./list-api-keys";
import { revokeApiKey } from "./revoke-api-key";
import { hashSecret } from "./secret";

const NOW = "2026-04-10T12:00:00Z";
const database = await openTestDatabase();
const { db } = database;
afterAll(() => database.close());

test("a new key lets its holder in with its scopes, and only its hash is kept", async () => {
  const tenant = await newTenant(db);
  const context = tenant.at(NOW);
  const { secret, id } = await createApiKey(context, { name: "Shop", scopes: ["rewards:read", "activity:write"] });
  expect(secret).toMatch(/^mp_live_sk_[\w-]{43}$/);
  expect(await findKeysByHash(db, hashSecret(secret))).toMatchObject([
    { key: { id, scopes: ["activity:write", "rewards:read"] }, program: { id: tenant.program.id } },
  ]);

  const told = JSON.stringify([await listApiKeys(context), await listAuditEntries(context.scope, db, 10)]);
  expect(told).toContain(`mp_live_sk_…${secret.slice(-4)}`);
  expect(told).not.toContain(secret);
});

test("a revoked key lets nobody in and is gone from the list; another time it is not found", async () => {
  const context = (await newTenant(db)).at(NOW);
  const { secret, id } = await createApiKey(context, { name: "Shop", scopes: ["rewards:read"] });
  await revokeApiKey(context, id);
  expect(await findKeysByHash(db, hashSecret(secret))).toEqual([]);
  expect(await listApiKeys(context)).toEqual([]);
  await expect(revokeApiKey(context, id)).rejects.toMatchObject({ code: "not_found" });
});

test("another program's key can be neither seen nor revoked", async () => {
  const [mine, other] = [(await newTenant(db)).at(NOW), (await newTenant(db)).at(NOW)];
  const { id } = await createApiKey(other, { name: "Other", scopes: ["rewards:read"] });
  expect(await listApiKeys(mine)).toEqual([]);
  await expect(revokeApiKey(mine, id)).rejects.toMatchObject({ code: "not_found" });
});

test("who may make keys gives away no scope beyond their own", async () => {
  const context = (await newTenant(db)).at(NOW);
  const maker = { ...context, actor: { kind: "user" as const, id: "u", scopes: ["keys:write" as const] } };
  await expect(createApiKey(maker, { name: "More", scopes: ["points:write"] })).rejects.toMatchObject({
    code: "forbidden",
  });
  const reader = { ...context, actor: { kind: "user" as const, id: "u", scopes: ["campaigns:read" as const] } };
  await expect(listApiKeys(reader)).rejects.toMatchObject({ code: "forbidden" });
});

test.each([
  [{ name: "", scopes: ["rewards:read"] }, "/name"],
  [{ name: "Shop", scopes: [] }, "/scopes"],
  [{ name: "Shop", scopes: ["all"] }, "/scopes/0"],
])("%j is refused", async (input, pointer) => {
  const context = (await newTenant(db)).at(NOW);
  await expect(createApiKey(context, input)).rejects.toMatchObject({ params: { errors: [{ pointer }] } });
});
