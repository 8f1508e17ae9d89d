import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { listAuditEntries } from "@/db/queries/audit-entries";
import { updateMember as writeMember } from "@/db/queries/members";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { MAX_BALANCE } from "@/lib/domain/points";
import { createLog } from "@/lib/services/activity/create-log";
import { createMember } from "@/lib/services/members/create-member";
import { deleteMember } from "@/lib/services/members/delete-member";
import { getMember } from "@/lib/services/members/get-member";
import { listMembers } from "@/lib/services/members/list-members";
import { updateMember } from "@/lib/services/members/update-member";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { createRewardRule } from "@/lib/services/reward-rules/create-reward-rule";
import { deleteRewardRule } from "@/lib/services/reward-rules/delete-reward-rule";
import { updateRewardRule } from "@/lib/services/reward-rules/update-reward-rule";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { awardPoints } from "./award-points";
import { getBalance } from "./get-balance";
import { getHistory } from "./get-history";

const NOW = "2026-04-20T12:00:00.000Z";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A program where a `purchase` is worth 10 points and a `refund` takes 30. */
async function program() {
  const tenant = await newTenant(database.db);
  await createRewardRule(tenant.at(NOW), { eventType: "purchase", points: 10 });
  await createRewardRule(tenant.at(NOW), { eventType: "refund", points: -30 });
  return tenant;
}

const award = (tenant: Tenant, values: object = {}) =>
  awardPoints(tenant.at(NOW), { userId: "ada", eventType: "purchase", ...values });

async function history(tenant: Tenant, query = "", userId = "ada") {
  return getHistory(tenant.at(NOW), userId, new URLSearchParams(query));
}

const memberCount = async (tenant: Tenant) => (await listMembers(tenant.at(NOW), new URLSearchParams())).data.length;

describe("an award", () => {
  it("makes the member, an entry and the balance", async () => {
    const tenant = await program();
    const metadata = { order: 7 };
    const answer = await award(tenant, { displayName: "Ada", email: "ada@example.com", metadata, reference: "o-7" });
    expect(answer).toEqual({
      ledgerId: expect.any(String),
      userId: "ada",
      eventType: "purchase",
      pointsAwarded: 10,
      userBalance: 10,
      reference: "o-7",
      createdAt: NOW,
    });
    expect(await getBalance(tenant.at(NOW), "ada")).toEqual({
      userId: "ada",
      totalPoints: 10,
      displayName: "Ada",
      email: "ada@example.com",
      metadata: null,
    });
    const { ledgerId } = answer;
    const entry = { eventType: "purchase", points: 10, balanceAfter: 10, reference: "o-7", metadata, createdAt: NOW };
    expect(await history(tenant)).toEqual({
      data: [{ ledgerId, ...entry }],
      meta: { page: 1, limit: 20, total: 1, totalPages: 1 },
    });
  });

  it("without a reference has no such field, counts each time, and may bring the balance below 0", async () => {
    const tenant = await program();
    expect(await award(tenant, { reference: null, metadata: null })).not.toHaveProperty("reference");
    expect(await award(tenant)).toMatchObject({ userBalance: 20 });
    expect(await award(tenant, { eventType: "refund" })).toMatchObject({ pointsAwarded: -30, userBalance: -10 });
    expect((await history(tenant)).data.map(({ balanceAfter }) => balanceAfter)).toEqual([-10, 20, 10]);
    expect((await history(tenant)).data[0]).toMatchObject({ reference: null, metadata: null });
  });

  it("changes a known member's name and address, in the audit trail, and nothing when they are not sent", async () => {
    const tenant = await program();
    const { id } = await createMember(tenant.at(NOW), {
      externalId: "ada",
      displayName: "Ada",
      email: "a@example.com",
    });
    await award(tenant, { displayName: null });
    await award(tenant, { displayName: "Ada", email: "a@example.com" });
    const before = await listAuditEntries(tenant.at(NOW).scope, database.db, 10);
    expect(before.map(({ slug }) => slug)).toEqual(["member", "reward_rule", "reward_rule"]);
    await award(tenant, { displayName: "Ada O." });
    expect(await getMember(tenant.at(NOW), id)).toMatchObject({ displayName: "Ada O.", email: "a@example.com" });
    const trail = await listAuditEntries(tenant.at(NOW).scope, database.db, 10);
    expect(trail).toHaveLength(4);
    expect(trail.find(({ action }) => action === "update")).toMatchObject({
      slug: "member",
      recordId: id,
      actorKind: "key",
      before: { displayName: "Ada", email: "a@example.com" },
      after: { displayName: "Ada O.", email: "a@example.com" },
      requestId: "test",
    });
  });
});

describe("a reference", () => {
  it("counts once per event type of a program, whoever is awarded, also when the rule is another one by then", async () => {
    const tenant = await program();
    await award(tenant, { reference: "one" });
    for (const userId of ["ada", "bo"])
      await expect(award(tenant, { userId, reference: "one", displayName: "New" })).rejects.toMatchObject({
        code: "duplicate",
        status: 409,
        params: { errors: [{ pointer: "/reference" }] },
      });
    expect(await memberCount(tenant)).toBe(1);
    expect(await getBalance(tenant.at(NOW), "ada")).toMatchObject({ totalPoints: 10, displayName: null });
    expect(await award(tenant, { eventType: "refund", reference: "one" })).toMatchObject({ userBalance: -20 });
    const other = await program();
    expect(await award(other, { reference: "one" })).toMatchObject({ userBalance: 10 });

    const rule = await createRewardRule(tenant.at(NOW), { eventType: "visit", points: 1 });
    await award(tenant, { eventType: "visit", reference: "one" });
    await deleteRewardRule(tenant.at(NOW), rule.id);
    await createRewardRule(tenant.at(NOW), { eventType: "visit", points: 2 });
    await expect(award(tenant, { eventType: "visit", reference: "one" })).rejects.toMatchObject({ code: "duplicate" });
  });

  it("sent by many at once is awarded once, and makes one member", async () => {
    const tenant = await program();
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, (_, n) => award(tenant, { userId: `user-${n % 10}`, reference: "one" })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "duplicate" });
    expect(await memberCount(tenant)).toBe(1);
  });
});

describe("is refused, and leaves nothing,", () => {
  it("without a live rule: 404", async () => {
    const tenant = await program();
    const { id } = await createRewardRule(tenant.at(NOW), { eventType: "visit", points: 1, status: "draft" });
    const refused = { code: "not_found", params: { errors: [{ pointer: "/eventType" }] } };
    await expect(award(tenant, { eventType: "visit" })).rejects.toMatchObject(refused);
    await expect(award(tenant, { eventType: "nothing" })).rejects.toMatchObject(refused);
    await updateRewardRule(tenant.at(NOW), { id, patch: { status: "live", points: 5 } });
    expect(await award(tenant, { eventType: "visit" })).toMatchObject({ pointsAwarded: 5 });
    await deleteRewardRule(tenant.at(NOW), id);
    await expect(award(tenant, { userId: "bo", eventType: "visit" })).rejects.toMatchObject(refused);
    expect(await memberCount(tenant)).toBe(1);
  });

  it("when the member is not live: 422; a deleted member's id is a new member's", async () => {
    const tenant = await program();
    const { id } = await createMember(tenant.at(NOW), { externalId: "ada", status: "paused" });
    await expect(award(tenant, { displayName: "New" })).rejects.toMatchObject({ code: "member_not_live" });
    expect(await getMember(tenant.at(NOW), id)).toMatchObject({ displayName: null, pointsBalance: 0 });
    await updateMember(tenant.at(NOW), { id, patch: { status: "live" } });
    await award(tenant);
    await deleteMember(tenant.at(NOW), id);
    await expect(getBalance(tenant.at(NOW), "ada")).rejects.toMatchObject({ code: "not_found" });
    expect(await award(tenant)).toMatchObject({ userBalance: 10 });
  });

  it("when the balance would be too far from 0 to count: 422", async () => {
    const tenant = await program();
    const context = tenant.at(NOW);
    const { id } = await createMember(context, { externalId: "ada" });
    // The balance of somebody who had a million awards of the largest kind.
    await setBalance(tenant, id, MAX_BALANCE - 10);
    expect(await award(tenant)).toMatchObject({ userBalance: MAX_BALANCE });
    await expect(award(tenant)).rejects.toMatchObject({ code: "balance_out_of_range", status: 422 });
    expect(await getBalance(context, "ada")).toMatchObject({ totalPoints: MAX_BALANCE });
    expect((await history(tenant)).meta.total).toBe(1);
    // Milestones always pay, so a balance can be beyond; awards may bring it back.
    await setBalance(tenant, id, MAX_BALANCE + 100);
    expect(await award(tenant, { eventType: "refund" })).toMatchObject({ userBalance: MAX_BALANCE + 70 });
  });

  it.each([
    [{ userId: "" }, "/userId"],
    [{ userId: "x".repeat(257) }, "/userId"],
    [{ userId: 7 }, "/userId"],
    [{ eventType: "" }, "/eventType"],
    [{ eventType: "x".repeat(129) }, "/eventType"],
    [{ email: "nobody" }, "/email"],
    [{ displayName: "x".repeat(257) }, "/displayName"],
    [{ metadata: [] }, "/metadata"],
    [{ metadata: { long: "x".repeat(16_384) } }, "/metadata"],
    [{ reference: "" }, "/reference"],
    [{ reference: "x".repeat(257) }, "/reference"],
    [{ points: 1000 }, "/points"],
  ])("for %j: 400", async (values, pointer) => {
    const tenant = await program();
    await expect(award(tenant, values)).rejects.toMatchObject({
      code: "invalid_request",
      params: { errors: [{ pointer }] },
    });
    expect(await memberCount(tenant)).toBe(0);
  });
});

describe("history", () => {
  it("comes in pages, the latest first, each entry once", async () => {
    const tenant = await program();
    for (let n = 0; n < 7; n++) await award(tenant, { reference: `r${n}` });
    const pages = [];
    for (let page = 1; page <= 4; page++) pages.push(await history(tenant, `page=${page}&limit=3`));
    expect(pages.map(({ data }) => data.map(({ reference }) => reference))).toEqual([
      ["r6", "r5", "r4"],
      ["r3", "r2", "r1"],
      ["r0"],
      [],
    ]);
    expect(pages[2]?.meta).toEqual({ page: 3, limit: 3, total: 7, totalPages: 3 });
    await createMember(tenant.at(NOW), { externalId: "new" });
    expect(await history(tenant, "", "new")).toEqual({
      data: [],
      meta: { page: 1, limit: 20, total: 0, totalPages: 0 },
    });
  });

  it.each(["page=0", "limit=0", "limit=1001", "page=x", "page=", "page=1&page=2", "offset=3"])(
    "refuses %s by name",
    async (query) => {
      const tenant = await program();
      await award(tenant);
      const pointer = `?${query.split("=")[0]}`;
      await expect(history(tenant, query)).rejects.toMatchObject({
        code: "invalid_request",
        params: { errors: [{ pointer }] },
      });
    },
  );

  it("holds a milestone's points in the order of the balances", async () => {
    const tenant = await program();
    const context = tenant.at(NOW);
    const streak = await createStreak(context, {
      name: "Daily",
      description: "Every day",
      status: "live",
      aggregationMethod: "count",
      aggregationTargetValue: 1,
      completionTargetValue: 7,
    });
    for (const points of [5, 0, 7])
      await createMilestone(context, {
        linkedSchemaSlug: "streak",
        linkedSchemaRecordId: streak.id,
        name: "Rung",
        description: "A rung",
        milestoneTargetValue: 1,
        status: "live",
        points,
      });
    await award(tenant);
    const log = await createLog(context, "streak", {
      streakId: streak.id,
      ownedBy: { externalId: "ada" },
      activityAt: NOW,
      activityId: "a",
      uniqueIdentifier: "one",
    });
    await award(tenant);
    const { data } = await history(tenant);
    expect(data.map(({ eventType }) => eventType)).toEqual([
      "purchase",
      "milestone_achieved",
      "milestone_achieved",
      "purchase",
    ]);
    let balance = 0;
    for (const entry of data.toReversed()) {
      balance += entry.points;
      expect(entry.balanceAfter).toBe(balance);
    }
    expect(balance).toBe(32);
    const rewards = log.achievedMilestoneRewardLogs.map(({ id }) => id);
    for (const { reference } of data.slice(1, 3)) expect(rewards).toContain(reference);
  });
});

async function setBalance(tenant: Tenant, id: string, pointsBalance: number): Promise<void> {
  await transaction(database.db, (tx) => writeMember(tenant.at(NOW).scope, tx, id, { pointsBalance }));
}
