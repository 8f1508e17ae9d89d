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
import { updatePickedRewardLogs, updateRewardLogs } from "./update-reward-logs";

const NOW = "2026-04-20T12:00:00Z";
const LATER = "2026-04-20T12:00:01Z";
const LATEST = "2026-04-20T12:00:02Z";
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

/** As a reader sees them who picks some, the oldest first. */
const seenBy = async (tenant: Tenant) => {
  const { data } = await listRewardLogs(tenant.at(NOW), new URLSearchParams({ limit: "1000" }));
  return data.map(({ id, updatedAt }) => ({ id: String(id), updatedAt: String(updatedAt) })).reverse();
};
const give = (tenant: Tenant, at: string, id: string | undefined, couponCode: string | null, seenAt?: string) =>
  updateRewardLog(tenant.at(at), { id: id ?? "", patch: { couponCode }, ...(seenAt === undefined ? {} : { seenAt }) });

describe("one change for rewards that were picked", () => {
  it("holds each to when it was seen itself, all or nothing", async () => {
    const { tenant } = await withRewards(3);
    const [first, second, third] = await seenBy(tenant);
    await give(tenant, LATER, first?.id, "COLLEAGUE");
    await give(tenant, LATEST, second?.id, "MINE");
    const again = (await seenBy(tenant)).filter(({ id }) => id === second?.id);
    const before = await rewards(tenant);
    // The latest of what was seen is later than the colleague's change.
    const picked = [...again, first, third].filter((reward) => reward !== undefined);
    const update = updatePickedRewardLogs(tenant.at(LATEST), { rewards: picked, patch: { couponCode: "ALL" } });
    await expect(update).rejects.toMatchObject({ code: "set_changed", params: { extra: { id: first?.id } } });
    expect(await rewards(tenant)).toEqual(before);
    const fresh = await seenBy(tenant);
    expect(await updatePickedRewardLogs(tenant.at(LATEST), { rewards: fresh, patch: { couponCode: "ALL" } })).toBe(3);
    expect((await rewards(tenant)).map(({ couponCode }) => couponCode)).toEqual(["ALL", "ALL", "ALL"]);
  });

  it("stops for a single one that was changed, and for one that is not there", async () => {
    const { tenant } = await withRewards(1);
    const [only] = await seenBy(tenant);
    const picked = [only].filter((reward) => reward !== undefined);
    await give(tenant, LATER, only?.id, "COLLEAGUE");
    const patch = { couponCode: "MINE" };
    await expect(updatePickedRewardLogs(tenant.at(LATEST), { rewards: picked, patch })).rejects.toMatchObject({
      code: "set_changed",
    });
    const gone = [{ id: "00000000-0000-7000-8000-000000000000", updatedAt: NOW }, ...(await seenBy(tenant))];
    await expect(updatePickedRewardLogs(tenant.at(LATEST), { rewards: gone, patch })).rejects.toMatchObject({
      code: "set_changed",
    });
    expect(await rewards(tenant)).toMatchObject([{ couponCode: "COLLEAGUE" }]);
  });
});

describe("a change of one reward", () => {
  it("is done to what was seen alone, and undone to what was there before", async () => {
    const { tenant } = await withRewards(1);
    const [seen] = await seenBy(tenant);
    await give(tenant, LATER, seen?.id, "COLLEAGUE");
    for (const couponCode of ["MINE", null])
      await expect(give(tenant, LATEST, seen?.id, couponCode, seen?.updatedAt)).rejects.toMatchObject({
        code: "set_changed",
        params: { extra: { id: seen?.id } },
      });
    expect(await rewards(tenant)).toMatchObject([{ couponCode: "COLLEAGUE" }]);

    const [again] = await seenBy(tenant);
    const mine = await give(tenant, LATEST, seen?.id, "MINE", again?.updatedAt);
    expect(mine).toMatchObject({ couponCode: "MINE" });
    await give(tenant, LATEST, seen?.id, "COLLEAGUE", String(mine.updatedAt));
    expect(await rewards(tenant)).toMatchObject([{ couponCode: "COLLEAGUE" }]);
  });
});
