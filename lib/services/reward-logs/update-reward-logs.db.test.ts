import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { listAuditEntries } from "@/db/queries/audit-entries";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { createLogs } from "@/lib/services/activity/create-log";
import { saveCampaign } from "@/lib/services/campaigns/save-campaign";
import { listRewardLogs } from "./list-reward-logs";
import { seenSet, selectRewardLogs } from "./select-reward-logs";
import { updateRewardLog } from "./update-reward-log";
import { updateRewardLogs } from "./update-reward-logs";

const NOW = "2026-04-20T12:00:00Z";
const PENDING = JSON.stringify({ fieldSlug: "state", operator: "eq", value: "pending" });

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function withRewards(count: number) {
  const tenant = await newTenant(database.db);
  const { id } = await saveCampaign(tenant.at(NOW), {
    slug: "streak",
    id: null,
    values: {
      name: "Daily",
      description: "Every day",
      status: "live",
      aggregationMethod: "count",
      aggregationTargetValue: 1,
      completionTargetValue: 7,
    },
    milestones: [{ values: { name: "One", description: "One", milestoneTargetValue: 1, status: "live" } }],
  });
  await earn(tenant, id, 0, count);
  return { tenant, id };
}

async function earn(tenant: Tenant, streakId: string, from: number, to: number) {
  const logs = Array.from({ length: to - from }, (_, position) => ({
    streakId,
    ownedBy: { externalId: `m${from + position}` },
    activityAt: NOW,
    activityId: "a",
    uniqueIdentifier: `u${from + position}`,
  }));
  await createLogs(tenant.at(NOW), "streak", logs);
}

const rewards = async (tenant: Tenant) => {
  const { data } = await listRewardLogs(tenant.at(NOW), new URLSearchParams({ limit: "1000" }));
  return data.map(({ id, couponCode, state }) => ({ id: String(id), couponCode, state }));
};

describe("one change for many rewards", () => {
  it("changes exactly the 212 that were seen, with an audit entry each", async () => {
    const { tenant, id } = await withRewards(212);
    const expected = await selectRewardLogs(tenant.at(NOW), PENDING);
    expect(expected.count).toBe(212);
    const patch = { couponCode: "SPRING", rewardExpiryAt: "2026-05-01T00:00:00Z" };
    expect(await updateRewardLogs(tenant.at(NOW), { filters: PENDING, expected, patch })).toBe(212);
    await earn(tenant, id, 212, 215);
    const after = await rewards(tenant);
    expect(after.filter(({ couponCode, state }) => couponCode === "SPRING" && state === "issued")).toHaveLength(212);
    expect(after.filter(({ couponCode }) => couponCode === null)).toHaveLength(3);
    const trail = await listAuditEntries(tenant.at(NOW).scope, database.db, 500);
    expect(trail.filter(({ slug, action }) => slug === "reward_log" && action === "update")).toHaveLength(212);
    expect(trail[0]).toMatchObject({
      before: { couponCode: null, rewardExpiryAt: null, state: "pending" },
      after: { couponCode: "SPRING", rewardExpiryAt: "2026-05-01T00:00:00.000Z", state: "issued" },
    });
  });

  it.each([
    ["one more was earned", (tenant: Tenant, id: string) => earn(tenant, id, 3, 4)],
    [
      "one of them got its own code",
      async (tenant: Tenant) => {
        const [first] = await rewards(tenant);
        await updateRewardLog(tenant.at(NOW), { id: first?.id ?? "", patch: { couponCode: "MINE" } });
      },
    ],
    [
      "as many are there, but others",
      async (tenant: Tenant, id: string) => {
        const [first] = await rewards(tenant);
        await updateRewardLog(tenant.at(NOW), { id: first?.id ?? "", patch: { couponCode: "MINE" } });
        await earn(tenant, id, 3, 4);
      },
    ],
  ])("stops and changes nothing when %s", async (_, meanwhile) => {
    const { tenant, id } = await withRewards(3);
    const expected = await selectRewardLogs(tenant.at(NOW), PENDING);
    await meanwhile(tenant, id);
    const before = await rewards(tenant);
    const update = updateRewardLogs(tenant.at(NOW), { filters: PENDING, expected, patch: { couponCode: "ALL" } });
    await expect(update).rejects.toMatchObject({ code: "set_changed" });
    expect(await rewards(tenant)).toEqual(before);
  });

  it("changes none when it is about one, and the filter matches more", async () => {
    const { tenant } = await withRewards(2);
    const before = await rewards(tenant);
    for (const { id } of before) {
      const update = { filters: null, expected: seenSet([id]), patch: { couponCode: "ONE" } };
      await expect(updateRewardLogs(tenant.at(NOW), update)).rejects.toMatchObject({ code: "set_changed" });
    }
    expect(await rewards(tenant)).toEqual(before);
  });

  it("changes none when one of them refuses, and names it", async () => {
    const { tenant } = await withRewards(3);
    const [first] = await rewards(tenant);
    await updateRewardLog(tenant.at(NOW), {
      id: first?.id ?? "",
      patch: { couponCode: "A", rewardIssuedAt: NOW, rewardRedeemedAt: NOW },
    });
    const expected = await selectRewardLogs(tenant.at(NOW), null);
    const update = updateRewardLogs(tenant.at(NOW), { filters: null, expected, patch: { couponCode: "ALL" } });
    await expect(update).rejects.toMatchObject({ code: "redeemed", params: { extra: { id: first?.id } } });
    expect((await rewards(tenant)).filter(({ couponCode }) => couponCode === "ALL")).toEqual([]);
  });

  it("refuses a wrong filter and a wrong patch by name", async () => {
    const { tenant } = await withRewards(1);
    const wrong = JSON.stringify({ fieldSlug: "colour", operator: "eq", value: "red" });
    await expect(selectRewardLogs(tenant.at(NOW), wrong)).rejects.toMatchObject({
      code: "invalid_request",
      params: { errors: [{ pointer: "?filters" }] },
    });
    const expected = await selectRewardLogs(tenant.at(NOW), null);
    const update = updateRewardLogs(tenant.at(NOW), { filters: null, expected, patch: { couponCode: "" } });
    await expect(update).rejects.toMatchObject({ params: { errors: [{ pointer: "/couponCode" }] } });
  });
});
