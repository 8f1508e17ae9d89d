import { beforeEach, describe, expect, it } from "vitest";
import { newMilestone, newStreak, streakLog } from "./support/campaigns";
import { admin, type Json, type WireRecord, where } from "./support/client";
import { expectProblem } from "./support/problems";

const api = admin();
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

describe("a reward log", () => {
  let reward: WireRecord;
  const path = () => `/schema/reward_log/record/${reward.id}`;
  const patch = (changes: Json) => api.patch<{ data: Json }>(path(), changes);

  beforeEach(async () => {
    const streak = await newStreak(api);
    await newMilestone(api, "streak", streak.id, 1);
    const { body } = await api.post<{ data: Json }>("/schema/streak_log/record", streakLog(streak.id));
    reward = body.data["achievedMilestoneRewardLog"] as WireRecord;
  });

  it("starts pending, and is issued by a code", async () => {
    expect(await api.read("reward_log", reward.id)).toMatchObject({
      state: "pending",
      couponCode: null,
      rewardIssuedAt: null,
    });
    const before = Date.now();
    const { status, body } = await patch({ couponCode: "SPRING-25" });
    expect([status, body.data["state"], body.data["couponCode"]]).toEqual([200, "issued", "SPRING-25"]);
    expect(Date.parse(String(body.data["rewardIssuedAt"]))).toBeGreaterThanOrEqual(before);
    const again = await patch({ couponCode: "SPRING-26" });
    expect(again.body.data["rewardIssuedAt"]).toBe(body.data["rewardIssuedAt"]);
  });

  it("keeps an issue that is given, and drops it when the code is cleared, unless given", async () => {
    const rewardIssuedAt = "2026-04-10T10:00:00.000Z";
    expect((await patch({ couponCode: "A", rewardIssuedAt })).body.data).toMatchObject({
      rewardIssuedAt,
      state: "issued",
    });
    expect((await patch({ couponCode: null, rewardIssuedAt })).body.data).toMatchObject({
      couponCode: null,
      rewardIssuedAt,
      state: "issued",
    });
    expect((await patch({ couponCode: null })).body.data).toMatchObject({
      couponCode: null,
      rewardIssuedAt: null,
      state: "pending",
    });
    expect((await patch({ rewardIssuedAt })).body.data).toMatchObject({
      couponCode: null,
      rewardIssuedAt,
      state: "issued",
    });
  });

  it("expires after its issue", async () => {
    const rewardIssuedAt = inDays(-10);
    for (const rewardExpiryAt of [rewardIssuedAt, inDays(-11)])
      expectProblem(
        await patch({ couponCode: "A", rewardIssuedAt, rewardExpiryAt }),
        400,
        "invalid_request",
        "/rewardExpiryAt",
      );
    expect((await api.read("reward_log", reward.id))["couponCode"]).toBeNull();
    expect((await patch({ couponCode: "A", rewardIssuedAt, rewardExpiryAt: inDays(1) })).body.data).toMatchObject({
      state: "issued",
    });
    expect((await patch({ rewardExpiryAt: inDays(-1) })).body.data).toMatchObject({ state: "expired" });
    for (const state of ["expired", "issued"]) {
      const found = await api.all("reward_log", { filters: { and: [where("id", reward.id), where("state", state)] } });
      expect(found).toHaveLength(state === "expired" ? 1 : 0);
    }
    expect((await patch({ rewardExpiryAt: null })).body.data).toMatchObject({ state: "issued" });
  });

  it("is redeemed between issue and expiry, once it is issued", async () => {
    expectProblem(await patch({ rewardRedeemedAt: inDays(0) }), 409, "not_issued");
    await patch({ couponCode: "A", rewardIssuedAt: inDays(-5), rewardExpiryAt: inDays(-1) });
    expectProblem(await patch({ rewardRedeemedAt: inDays(-6) }), 400, "invalid_request", "/rewardRedeemedAt");
    expectProblem(await patch({ rewardRedeemedAt: inDays(0) }), 400, "invalid_request", "/rewardRedeemedAt");
    expect((await patch({ rewardRedeemedAt: inDays(-2) })).body.data).toMatchObject({ state: "redeemed" });
  });

  it("that is redeemed refuses changes, but takes the redemption back", async () => {
    await patch({ couponCode: "A", rewardIssuedAt: inDays(-5) });
    await patch({ rewardRedeemedAt: inDays(-2) });
    for (const changes of [
      { couponCode: "B" },
      { couponCode: null },
      { rewardExpiryAt: inDays(9) },
      { rewardIssuedAt: null },
      { rewardRedeemedAt: inDays(-1) },
      { rewardRedeemedAt: null, couponCode: "B" },
    ])
      expectProblem(await patch(changes), 409, "redeemed");
    expect((await patch({ rewardRedeemedAt: null })).body.data).toMatchObject({
      state: "issued",
      couponCode: "A",
      rewardRedeemedAt: null,
    });
    expect((await patch({ couponCode: "B" })).body.data).toMatchObject({ couponCode: "B" });
  });

  it("is redeemed in one change with its code", async () => {
    const changes = { couponCode: "A", rewardIssuedAt: inDays(-2), rewardRedeemedAt: inDays(-1) };
    expect((await patch(changes)).body.data).toMatchObject({ ...changes, state: "redeemed" });
  });

  it("takes exactly its four editable fields", async () => {
    const others = {
      state: "issued",
      milestoneId: reward["milestoneId"],
      ownedById: reward["ownedById"],
      periodKey: "x",
      uniqueIdentifier: "x",
      milestone: {},
      linkedSchemaSlug: "streak",
      linkedSchemaRecordId: reward["linkedSchemaRecordId"],
      id: reward.id,
    };
    for (const [field, value] of Object.entries(others))
      expectProblem(await patch({ couponCode: "A", [field]: value }), 400, "invalid_request", `/${field}`);
    for (const couponCode of ["", "a".repeat(257), "a\0", 5])
      expectProblem(await patch({ couponCode }), 400, "invalid_request", "/couponCode");
    for (const value of ["tomorrow", "2026-04-10", 5])
      expectProblem(await patch({ rewardExpiryAt: value }), 400, "invalid_request", "/rewardExpiryAt");
    expect((await patch({})).body.data).toMatchObject({ state: "pending" });
    expect((await patch({ couponCode: "é🎉".repeat(128) })).status).toBe(200);
  });

  it("is changed by one of two who set a code at once after the other", async () => {
    const codes = Array.from({ length: 10 }, (_, n) => `CODE-${n}`);
    const replies = await Promise.all(codes.map((couponCode) => patch({ couponCode })));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(replies.map(({ body }) => body.data["rewardIssuedAt"])).size).toBe(1);
    expect(codes).toContain((await api.read("reward_log", reward.id))["couponCode"]);
  });
});
