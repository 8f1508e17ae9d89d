import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { listAuditEntries } from "@/db/queries/audit-entries";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { createMember } from "@/lib/services/members/create-member";
import { deleteMember } from "@/lib/services/members/delete-member";
import { getMember } from "@/lib/services/members/get-member";
import { listMembers } from "@/lib/services/members/list-members";
import { createRewardRule } from "@/lib/services/reward-rules/create-reward-rule";
import { awardByHand } from "./award-by-hand";
import { awardPoints, giveAward } from "./award-points";
import { listLedger } from "./list-ledger";

const NOW = "2026-04-20T12:00:00.000Z";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function program() {
  const tenant = await newTenant(database.db);
  await createRewardRule(tenant.at(NOW), { eventType: "purchase", points: 10 });
  await createRewardRule(tenant.at(NOW), { eventType: "refund", points: -30 });
  const { id } = await createMember(tenant.at(NOW), { externalId: "ada" });
  return { tenant, id };
}

async function ledger(tenant: Tenant, query: Record<string, string>) {
  return listLedger(tenant.at(NOW), new URLSearchParams(query));
}

const points = ({ data }: Awaited<ReturnType<typeof listLedger>>) => data.map((entry) => entry["points"]);
const equals = (fieldSlug: string, value: string) => JSON.stringify({ fieldSlug, operator: "eq", value });
const BY_NUMBER = '[{"fieldSlug":"number","order":"DESC"}]';

describe("the ledger of a program", () => {
  it("is of all members, the latest first, of this program alone", async () => {
    const { tenant } = await program();
    const other = await program();
    await awardPoints(other.tenant.at(NOW), { userId: "ada", eventType: "purchase" });
    await awardPoints(tenant.at("2026-04-20T10:00:00Z"), { userId: "ada", eventType: "purchase" });
    await awardPoints(tenant.at("2026-04-20T11:00:00Z"), { userId: "ben", eventType: "refund" });
    expect(points(await ledger(tenant, {}))).toEqual([-30, 10]);
  });

  it("is filtered by member and by event, page by page", async () => {
    const { tenant, id } = await program();
    for (const eventType of ["purchase", "refund", "purchase"])
      await awardPoints(tenant.at(NOW), { userId: "ada", eventType });
    await awardPoints(tenant.at(NOW), { userId: "ben", eventType: "purchase" });
    expect(points(await ledger(tenant, { filters: equals("eventType", "refund") }))).toEqual([-30]);

    const query = { filters: equals("ownedById", id), sortBy: BY_NUMBER, limit: "2" };
    const first = await ledger(tenant, query);
    expect(first.data.map(({ number, balanceAfter }) => [number, balanceAfter])).toEqual([
      [3, -10],
      [2, -20],
    ]);
    const second = await ledger(tenant, { ...query, startingAfter: first.paging.nextCursor ?? "" });
    expect(points(second)).toEqual([10]);
    expect(second.paging.nextCursor).toBeNull();
  });
});

describe("an award by hand", () => {
  it("keeps why, and counts once for each decision", async () => {
    const { tenant, id } = await program();
    const input = { memberId: id, eventType: "purchase", reason: "Sorry for the wait" };
    expect(await awardByHand(tenant.at(NOW), { key: "k1", input })).toMatchObject({
      pointsAwarded: 10,
      userBalance: 10,
    });
    expect(await awardByHand(tenant.at(NOW), { key: "k1", input })).toEqual({ pointsAwarded: 10, userBalance: 10 });
    const other = { key: "k1", input: { ...input, reason: "Another" } };
    await expect(awardByHand(tenant.at(NOW), other)).rejects.toMatchObject({ code: "duplicate" });
    await awardByHand(tenant.at(NOW), { key: "k2", input });
    expect(await awardByHand(tenant.at(NOW), { key: "k1", input })).toEqual({ pointsAwarded: 10, userBalance: 10 });
    const { data } = await ledger(tenant, {});
    expect(data).toHaveLength(2);
    expect(data[0]).toMatchObject({ metadata: { reason: "Sorry for the wait" }, balanceAfter: 20 });
  });

  it("is in the member's history, with who made it and why", async () => {
    const { tenant, id } = await program();
    const actor = { kind: "user", id: "someone", scopes: ["points:write", "members:read"] } as const;
    const input = { memberId: id, eventType: "purchase", reason: "Sorry" };
    await awardByHand({ ...tenant.at(NOW), actor }, { key: "k1", input });
    const entries = await listAuditEntries(tenant.at(NOW).scope, database.db, 1);
    expect(entries[0]).toMatchObject({
      recordId: id,
      actorKind: "user",
      actorId: "someone",
      before: { pointsBalance: 0 },
      after: { pointsBalance: 10, eventType: "purchase", reason: "Sorry" },
    });
  });

  it("makes nobody: a member who is deleted while it is on its way gets nothing, under no other id", async () => {
    const { tenant, id } = await program();
    const { externalId } = await getMember(tenant.at(NOW), id);
    await deleteMember(tenant.at(NOW), id);
    const award = { userId: externalId, eventType: "purchase" };
    await expect(giveAward(tenant.at(NOW), award, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listMembers(tenant.at(NOW), new URLSearchParams())).data).toEqual([]);
  });

  it.each([
    ["no reason", { reason: "" }, { code: "invalid_request", params: { errors: [{ pointer: "/reason" }] } }],
    ["an event without a rule", { eventType: "unknown" }, { code: "not_found" }],
    ["nobody", { memberId: "01890000-0000-7000-8000-000000000000" }, { code: "not_found" }],
  ])("is refused with %s, and nothing is written", async (_, change, refusal) => {
    const { tenant, id } = await program();
    const input = { memberId: id, eventType: "purchase", reason: "Why", ...change };
    await expect(awardByHand(tenant.at(NOW), { key: "k", input })).rejects.toMatchObject(refusal);
    expect(points(await ledger(tenant, {}))).toEqual([]);
  });
});
