import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { createLog } from "@/lib/services/activity/create-log";
import { createMember } from "@/lib/services/members/create-member";
import { deleteMember } from "@/lib/services/members/delete-member";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { listStreakProgress } from "@/lib/services/streak-progress/list-streak-progress";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { deleteStreak } from "@/lib/services/streaks/delete-streak";
import { createUserGroup } from "@/lib/services/user-groups/create-user-group";
import { deleteUserGroup } from "@/lib/services/user-groups/delete-user-group";
import { listAccountStreaks } from "./list-account-streaks";

const NOW = "2026-04-20T12:00:00.000Z";
const WALLET = `0x${"aB".repeat(20)}`;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

type Query = Record<string, string | number | readonly string[]>;

async function read(tenant: Tenant, query: Query, now = NOW) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const item of Array.isArray(value) ? value : [value]) parameters.append(name, String(item));
  return listAccountStreaks(tenant.at(now), parameters);
}

const newStreak = (tenant: Tenant, values: object = {}) =>
  createStreak(tenant.at(NOW), {
    name: "Daily",
    description: "Every day",
    status: "live",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 7,
    ...values,
  });

const newRung = (tenant: Tenant, streakId: string, milestoneTargetValue: number, values: object = {}) =>
  createMilestone(tenant.at(NOW), {
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: streakId,
    name: "Rung",
    description: "A rung",
    status: "live",
    milestoneTargetValue,
    ...values,
  });

const act = (tenant: Tenant, streakId: string, ownedById: string, activityAt: string) =>
  createLog(tenant.at(NOW), "streak", {
    streakId,
    ownedById,
    activityAt,
    activityId: "a",
    uniqueIdentifier: randomUUID(),
  });

const newMember = (tenant: Tenant, values: object = {}) =>
  createMember(tenant.at(NOW), { externalId: randomUUID(), ...values });

describe("a row", () => {
  it("tells a running streak, its end and the rule's live milestones by target", async () => {
    const tenant = await newTenant(database.db);
    const streak = await newStreak(tenant, { timeZone: "Asia/Kathmandu" });
    await newRung(tenant, streak.id, 7, { points: 200 });
    await newRung(tenant, streak.id, 3, { points: 20 });
    await newRung(tenant, streak.id, 2, { status: "draft" });
    const ada = await newMember(tenant, { walletAddress: WALLET });
    await act(tenant, streak.id, ada.id, "2026-04-18T12:00:00Z");
    const { progress } = await act(tenant, streak.id, ada.id, "2026-04-19T12:00:00Z");
    const row = {
      id: progress?.id,
      createdAt: progress?.createdAt,
      updatedAt: progress?.updatedAt,
      // Midnight in Kathmandu, at the end of the first day without a log.
      expiresAt: "2026-04-20T18:15:00.000Z",
      streakCount: 2,
      userId: ada.id,
      loyaltyRuleId: streak.id,
      walletAddress: WALLET,
      milestone: [
        { streakMilestone: 3, streakAmount: 20 },
        { streakMilestone: 7, streakAmount: 200 },
      ],
    };
    const { rows, next } = await read(tenant, { loyaltyRuleId: streak.id });
    expect(rows).toEqual([row]);
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(row));
    expect(next).toBeNull();
  });

  it("reads alive one second before its end, and 0 one second after", async () => {
    const tenant = await newTenant(database.db);
    const streak = await newStreak(tenant, { timeZone: "America/New_York" });
    const ada = await newMember(tenant);
    await act(tenant, streak.id, ada.id, "2026-04-19T12:00:00Z");
    const end = Date.parse((await read(tenant, { loyaltyRuleId: streak.id })).rows[0]?.expiresAt ?? "");
    const at = async (moment: number) =>
      (await read(tenant, { loyaltyRuleId: streak.id }, new Date(moment).toISOString())).rows[0];
    expect(await at(end - 1000)).toMatchObject({ streakCount: 1, expiresAt: "2026-04-21T04:00:00.000Z" });
    const nothing = { id: null, createdAt: null, updatedAt: null, expiresAt: null, streakCount: 0, walletAddress: "" };
    for (const moment of [end, end + 1000]) expect(await at(moment)).toMatchObject({ ...nothing, userId: ada.id });
    // The engine's own readers say the same.
    const own = await listStreakProgress(tenant.at(end), new URLSearchParams());
    expect(own.data[0]).toMatchObject({ streakProgressStatus: "broken", streakBrokenAt: "2026-04-21T04:00:00.000Z" });
  });

  it("is 0 without a log, for a day that is unmet, and for a run that is completed", async () => {
    const tenant = await newTenant(database.db);
    const streak = await newStreak(tenant, { completionTargetValue: 2, aggregationTargetValue: 2 });
    const [, unmet, done] = [await newMember(tenant), await newMember(tenant), await newMember(tenant)];
    await act(tenant, streak.id, unmet.id, NOW);
    for (const at of ["2026-04-19T10:00:00Z", "2026-04-19T11:00:00Z", "2026-04-20T10:00:00Z", "2026-04-20T11:00:00Z"])
      await act(tenant, streak.id, done.id, at);
    const { rows } = await read(tenant, { loyaltyRuleId: streak.id });
    expect(rows.map(({ id, streakCount }) => [id, streakCount])).toEqual([
      [null, 0],
      [null, 0],
      [null, 0],
    ]);
  });
});

describe("what matches", () => {
  it("follows every filter, alone and together", async () => {
    const tenant = await newTenant(database.db);
    const { id: loyaltyRuleId } = await newStreak(tenant);
    const ada = await newMember(tenant, { walletAddress: WALLET });
    const bo = await newMember(tenant);
    const gone = await newMember(tenant);
    const group = await createUserGroup(tenant.at(NOW), { name: "VIP", memberIds: [bo.id, gone.id] });
    const empty = await createUserGroup(tenant.at(NOW), { name: "Nobody" });
    await deleteMember(tenant.at(NOW), gone.id);
    const { id: websiteId, organizationId } = tenant.program;
    const users = async (query: Query) =>
      (await read(tenant, { loyaltyRuleId, ...query })).rows.map(({ userId }) => (userId === ada.id ? "ada" : "bo"));
    const cases: [Query, string[]][] = [
      [{}, ["ada", "bo"]],
      [{ websiteId, organizationId }, ["ada", "bo"]],
      [{ websiteId: randomUUID() }, []],
      [{ organizationId: randomUUID() }, []],
      [{ websiteId: randomUUID(), userId: ada.id }, []],
      [{ userGroupId: group.id }, ["bo"]],
      [{ userGroupId: empty.id }, []],
      [{ userGroupId: randomUUID() }, []],
      [{ userId: ada.id }, ["ada"]],
      [{ userId: ada.id.toUpperCase() }, ["ada"]],
      [{ userId: gone.id }, []],
      [{ userId: randomUUID() }, []],
      [{ userId: ada.id, userGroupId: group.id }, []],
      [{ userId: bo.id, userGroupId: group.id }, ["bo"]],
      [{ walletAddress: WALLET }, ["ada"]],
      [{ walletAddress: WALLET.toLowerCase() }, ["ada"]],
      [{ walletAddress: `0x${"AB".repeat(20)}` }, ["ada"]],
      [{ walletAddress: `0x${"0".repeat(40)}` }, []],
      [{ walletAddress: WALLET, userId: ada.id, websiteId }, ["ada"]],
      [{ walletAddress: WALLET, userId: bo.id }, []],
      [{ walletAddress: WALLET, userGroupId: group.id }, []],
    ];
    for (const [query, expected] of cases) expect(await users(query), JSON.stringify(query)).toEqual(expected);
    await deleteUserGroup(tenant.at(NOW), group.id);
    expect(await users({ userGroupId: group.id })).toEqual([]);
  });

  it("asks for each rule once, and leaves out those that are not there", async () => {
    const tenant = await newTenant(database.db);
    const other = await newTenant(database.db);
    await newMember(tenant);
    const paused = await newStreak(tenant, { status: "paused" });
    const deleted = await newStreak(tenant);
    const foreign = await newStreak(other);
    await deleteStreak(tenant.at(NOW), deleted.id);
    const loyaltyRuleId = [paused.id, deleted.id, foreign.id, randomUUID(), paused.id.toUpperCase()];
    const { rows } = await read(tenant, { loyaltyRuleId });
    expect(rows.map((row) => row.loyaltyRuleId)).toEqual([paused.id]);
    expect((await read(tenant, { loyaltyRuleId: randomUUID() })).rows).toEqual([]);
  });

  it.each<[Query, string]>([
    [{}, "?loyaltyRuleId"],
    [{ loyaltyRuleId: "no-uuid" }, "?loyaltyRuleId"],
    [{ loyaltyRuleId: Array.from({ length: 101 }, () => randomUUID()) }, "?loyaltyRuleId"],
    [{ loyaltyRuleId: randomUUID(), websiteId: "x" }, "?websiteId"],
    [{ loyaltyRuleId: randomUUID(), organizationId: "x" }, "?organizationId"],
    [{ loyaltyRuleId: randomUUID(), userGroupId: "x" }, "?userGroupId"],
    [{ loyaltyRuleId: randomUUID(), userId: "x" }, "?userId"],
    [{ loyaltyRuleId: randomUUID(), userId: [randomUUID(), randomUUID()] }, "?userId"],
    [{ loyaltyRuleId: randomUUID(), walletAddress: "0x1" }, "?walletAddress"],
    [{ loyaltyRuleId: randomUUID(), limit: 0 }, "?limit"],
    [{ loyaltyRuleId: randomUUID(), limit: 1001 }, "?limit"],
    [{ loyaltyRuleId: randomUUID(), startingAfter: "no-cursor" }, "?startingAfter"],
    [{ loyaltyRuleId: randomUUID(), startingAfter: randomUUID() }, "?startingAfter"],
    [{ loyaltyRuleId: randomUUID(), offset: 1 }, "?offset"],
  ])("%j is refused by name", async (query, pointer) => {
    const tenant = await newTenant(database.db);
    await expect(read(tenant, query)).rejects.toMatchObject({
      code: "invalid_request",
      params: { errors: [{ pointer }] },
    });
  });
});

describe("pages", () => {
  async function crowd() {
    const tenant = await newTenant(database.db);
    const rules = [(await newStreak(tenant)).id, (await newStreak(tenant)).id];
    const members: string[] = [];
    for (let n = 0; n < 7; n++) members.push((await newMember(tenant)).id);
    const [first = "", second = ""] = rules;
    for (const n of [1, 4]) await act(tenant, first, members[n] ?? "", NOW);
    for (const n of [1, 2]) await act(tenant, second, members[n] ?? "", NOW);
    const group = await createUserGroup(tenant.at(NOW), { name: "Some", memberIds: members.slice(2, 6) });
    const all = members.toSorted().flatMap((userId) => rules.toSorted().map((rule) => `${userId} ${rule}`));
    return { tenant, rules, members: members.toSorted(), group, all };
  }

  const key = (row: { userId: string; loyaltyRuleId: string }) => `${row.userId} ${row.loyaltyRuleId}`;

  it.each([1, 2, 3, 5, 13, 14, 1000])("of %s walk every row once, in order, whatever the filter", async (limit) => {
    const { tenant, rules, members, group, all } = await crowd();
    for (const [query, expected] of [
      [{}, all],
      [{ userGroupId: group.id }, all.slice(4, 12)],
      [{ userId: members[1] ?? "" }, all.slice(2, 4)],
    ] as [Query, string[]][]) {
      const walked: string[] = [];
      for (let after: string | null = ""; after !== null; ) {
        const position: Query = after === "" ? {} : { startingAfter: after };
        const page = await read(tenant, { loyaltyRuleId: rules, limit, ...query, ...position });
        expect(page.rows.length).toBe(Math.min(limit, expected.length - walked.length));
        walked.push(...page.rows.map(key));
        after = page.next;
      }
      expect(walked).toEqual(expected);
    }
  });

  it("hold 10 rows unless told otherwise", async () => {
    const { tenant, rules, all } = await crowd();
    const page = await read(tenant, { loyaltyRuleId: rules });
    expect(page.rows.map(key)).toEqual(all.slice(0, 10));
    expect(page.next).not.toBeNull();
  });

  it("go on behind the id of a row, or behind all rows of a user", async () => {
    const { tenant, rules, members, all } = await crowd();
    const { rows } = await read(tenant, { loyaltyRuleId: rules, limit: 1000 });
    const running = rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]));
    expect(running).toHaveLength(4);
    for (const row of running) {
      const page = await read(tenant, { loyaltyRuleId: rules, limit: 1000, startingAfter: row.id });
      expect(page.rows.map(key)).toEqual(all.slice(all.indexOf(key(row)) + 1));
    }
    for (const [n, userId] of members.entries()) {
      const page = await read(tenant, { loyaltyRuleId: rules, limit: 1000, startingAfter: userId });
      expect(page.rows.map(key)).toEqual(all.slice(2 * (n + 1)));
    }
  });

  it("refuse the id of a run that was joined to another, and a cursor of another program", async () => {
    const { tenant, rules, members } = await crowd();
    const [rule = ""] = rules;
    const [userId = ""] = members;
    await act(tenant, rule, userId, "2026-04-18T12:00:00Z");
    const later = await act(tenant, rule, userId, NOW);
    const startingAfter = later.progress?.id ?? "";
    expect((await read(tenant, { loyaltyRuleId: rules, startingAfter })).rows).not.toEqual([]);
    await act(tenant, rule, userId, "2026-04-19T12:00:00Z");
    const refused = { code: "invalid_request", params: { errors: [{ pointer: "?startingAfter" }] } };
    await expect(read(tenant, { loyaltyRuleId: rules, startingAfter })).rejects.toMatchObject(refused);
    const other = await crowd();
    const { next } = await read(other.tenant, { loyaltyRuleId: other.rules, limit: 1 });
    await expect(read(tenant, { loyaltyRuleId: rules, startingAfter: next ?? "" })).rejects.toMatchObject(refused);
  });
});
