import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { listAuditEntries } from "@/db/queries/audit-entries";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { createLog } from "./activity/create-log";
import { createMember } from "./members/create-member";
import { deleteMember } from "./members/delete-member";
import { getMember } from "./members/get-member";
import { updateMember } from "./members/update-member";
import { createMilestone } from "./milestones/create-milestone";
import { updateRewardLog } from "./reward-logs/update-reward-log";
import { createStreak } from "./streaks/create-streak";
import { deleteStreak } from "./streaks/delete-streak";
import { getStreak } from "./streaks/get-streak";
import { updateStreak } from "./streaks/update-streak";

const NOW = "2026-04-20T12:00:00Z";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const entries = (tenant: Tenant) => listAuditEntries(tenant.at(NOW).scope, database.db, 50);

const STREAK = {
  name: "Daily",
  description: "Every day",
  status: "live",
  aggregationMethod: "count",
  aggregationTargetValue: 1,
  completionTargetValue: 7,
};

async function rewarded(tenant: Tenant) {
  const streak = await createStreak(tenant.at(NOW), STREAK);
  await createMilestone(tenant.at(NOW), {
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: streak.id,
    name: "Rung",
    description: "A rung",
    milestoneTargetValue: 1,
    status: "live",
  });
  const log = await createLog(tenant.at(NOW), "streak", {
    streakId: streak.id,
    ownedBy: { externalId: "ada" },
    activityAt: NOW,
    activityId: "a",
    uniqueIdentifier: "one",
  });
  return { streak, reward: log.achievedMilestoneRewardLog, memberId: log.ownedById };
}

describe("the audit trail", () => {
  it("holds who changed what, before and after, for every change and for no activity", async () => {
    const tenant = await newTenant(database.db);
    const { reward } = await rewarded(tenant);
    await updateRewardLog(tenant.at(NOW), { id: reward?.id ?? "", patch: { couponCode: "SAVE10" } });
    const trail = await entries(tenant);
    expect(trail.map(({ slug, action }) => `${action} ${slug}`)).toEqual([
      "update reward_log",
      "create milestone",
      "create streak",
    ]);
    expect(trail[0]).toMatchObject({
      actorKind: "key",
      recordId: reward?.id,
      before: { couponCode: null, state: "pending" },
      after: { couponCode: "SAVE10", state: "issued", rewardIssuedAt: "2026-04-20T12:00:00.000Z" },
      requestId: "test",
    });
  });

  it("holds nothing of a change that was refused", async () => {
    const tenant = await newTenant(database.db);
    const member = await createMember(tenant.at(NOW), { externalId: "ada" });
    await createMember(tenant.at(NOW), { externalId: "bo" });
    const taken = updateMember(tenant.at(NOW), { id: member.id, patch: { externalId: "bo" } });
    await expect(taken).rejects.toMatchObject({ code: "conflict" });
    expect(await entries(tenant)).toHaveLength(2);
  });

  it("holds what was deleted", async () => {
    const tenant = await newTenant(database.db);
    const member = await createMember(tenant.at(NOW), { externalId: "ada" });
    await deleteMember(tenant.at(NOW), member.id);
    expect((await entries(tenant))[0]).toMatchObject({ action: "delete", before: { externalId: "ada" }, after: null });
  });
});

describe("another program's records", () => {
  it("are not there, whatever the verb", async () => {
    const owner = await newTenant(database.db);
    const stranger = (await newTenant(database.db)).at(NOW);
    const { streak, reward, memberId } = await rewarded(owner);
    const attempts = [
      () => getStreak(stranger, streak.id),
      () => updateStreak(stranger, { id: streak.id, patch: { name: "Mine" } }),
      () => deleteStreak(stranger, streak.id),
      () => getMember(stranger, memberId),
      () => updateMember(stranger, { id: memberId, patch: { firstName: "Eve" } }),
      () => deleteMember(stranger, memberId),
      () => updateRewardLog(stranger, { id: reward?.id ?? "", patch: { couponCode: "STOLEN" } }),
      () =>
        createLog(stranger, "streak", {
          streakId: streak.id,
          ownedBy: { externalId: "eve" },
          activityAt: NOW,
          activityId: "a",
          uniqueIdentifier: "two",
        }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    expect(await getStreak(owner.at(NOW), streak.id)).toMatchObject({ name: "Daily" });
  });
});

describe("scopes", () => {
  it("are asked for by every verb", async () => {
    const tenant = await newTenant(database.db);
    const context = tenant.at(NOW);
    const reader = { ...context, actor: { kind: "key" as const, id: "x", scopes: ["campaigns:read"] as const } };
    await expect(createStreak(reader, STREAK)).rejects.toMatchObject({ code: "forbidden" });
    await expect(createMember(reader, { externalId: "ada" })).rejects.toMatchObject({ code: "forbidden" });
    const member = { ...context, actor: { kind: "member" as const, externalId: "ada", memberId: null } };
    await expect(createStreak(member, STREAK)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a rule that changes while activity comes in", () => {
  it("is either locked by it or known to it", async () => {
    const tenant = await newTenant(database.db);
    const outcomes = { changed: 0, locked: 0 };
    for (let round = 0; round < 10; round++) {
      const streak = await createStreak(tenant.at(NOW), STREAK);
      const [log, change] = await Promise.allSettled([
        createLog(tenant.at(NOW), "streak", {
          streakId: streak.id,
          ownedBy: { externalId: "ada" },
          activityAt: NOW,
          activityId: "a",
          uniqueIdentifier: "one",
        }),
        updateStreak(tenant.at(Date.parse(NOW) + 1), { id: streak.id, patch: { aggregationTargetValue: 2 } }),
      ]);
      if (log.status === "rejected") throw log.reason;
      // The log met the target that holds for good: 2 if the change came first, 1 if it was locked out.
      const target = change.status === "fulfilled" ? 2 : 1;
      outcomes[target === 2 ? "changed" : "locked"]++;
      expect(log.value.progress?.currentProgressValue).toBe(target === 2 ? 0 : 1);
      if (change.status === "rejected") expect(change.reason).toMatchObject({ code: "locked" });
    }
    expect(outcomes.changed + outcomes.locked).toBe(10);
  });
});
