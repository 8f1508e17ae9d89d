import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { newMember, newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, type Json, type WireRecord, where } from "./support/client";
import { expectProblem } from "./support/problems";

const api = admin();
const PATH = "/schema/member/record";
const wallet = () => `0x${randomBytes(20).toString("hex")}`;

describe("a member", () => {
  it("is created with its defaults, changed and read", async () => {
    const externalId = unique("ada");
    const created = await api.post<{ data: WireRecord }>(PATH, { externalId });
    expect(created.status).toBe(201);
    expect(created.body.data).toEqual({
      id: expect.any(String),
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      externalId,
      firstName: null,
      lastName: null,
      displayName: null,
      email: null,
      phoneNumber: null,
      walletAddress: null,
      status: "live",
      timeZone: null,
      languageCode: null,
      metadata: null,
      pointsBalance: 0,
    });
    const changes = {
      firstName: "Ada",
      lastName: "Lovelace",
      displayName: "",
      email: "ada@example.com",
      phoneNumber: "+4930123456",
      walletAddress: wallet(),
      status: "paused",
      timeZone: "Europe/Berlin",
      languageCode: "pt-BR",
      metadata: { tier: "gold", nested: { list: [1, "two", null, true, 0.1] } },
    };
    expect(await api.patch(`${PATH}/${created.body.data.id}`, changes)).toMatchObject({
      status: 200,
      body: { data: changes },
    });
    expect(await api.read("member", created.body.data.id)).toMatchObject(changes);
  });

  it.each<[string, Json]>([
    ["externalId", { externalId: "" }],
    ["externalId", { externalId: "a".repeat(257) }],
    ["externalId", { externalId: "a\0" }],
    ["firstName", { firstName: "a".repeat(257) }],
    ["email", { email: "no address" }],
    ["email", { email: `${"a".repeat(320)}@example.com` }],
    ["phoneNumber", { phoneNumber: "030 123456" }],
    ["walletAddress", { walletAddress: "0x123" }],
    ["walletAddress", { walletAddress: `0x${"g".repeat(40)}` }],
    ["status", { status: "gone" }],
    ["timeZone", { timeZone: "Nowhere" }],
    ["languageCode", { languageCode: "not a language" }],
    ["metadata", { metadata: [] }],
    ["metadata", { metadata: "text" }],
    ["metadata", { metadata: { big: "a".repeat(16 * 1024) } }],
    ["metadata", { metadata: { "a\0": 1 } }],
    ["pointsBalance", { pointsBalance: 5 }],
    ["points", { points: 5 }],
  ])("with a wrong %s: 400 (%#)", async (field, values) => {
    expectProblem(await api.post(PATH, { externalId: unique("m"), ...values }), 400, "invalid_request", `/${field}`);
    const { id } = await newMember(api);
    expectProblem(await api.patch(`${PATH}/${id}`, values), 400, "invalid_request", `/${field}`);
  });

  it("has an externalId and a wallet of its own, whatever the case of the wallet", async () => {
    const taken = await newMember(api, { walletAddress: wallet() });
    const address = String(taken["walletAddress"]);
    expectProblem(await api.post(PATH, { externalId: taken["externalId"] }), 409, "conflict", "/externalId");
    const shouted = `0x${address.slice(2).toUpperCase()}`;
    expectProblem(
      await api.post(PATH, { externalId: unique("m"), walletAddress: shouted }),
      409,
      "conflict",
      "/walletAddress",
    );
    const { id } = await newMember(api);
    expectProblem(
      await api.patch(`${PATH}/${id}`, { externalId: taken["externalId"] }),
      409,
      "conflict",
      "/externalId",
    );
    expectProblem(await api.patch(`${PATH}/${id}`, { walletAddress: shouted }), 409, "conflict", "/walletAddress");
    const streak = await newStreak(api);
    const log = streakLog(streak.id, { ownedBy: { externalId: unique("m"), walletAddress: shouted } });
    expectProblem(await api.post("/schema/streak_log/record", log), 409, "conflict", "/ownedBy/walletAddress");
  });

  it("frees both when deleted, while what it did stays readable", async () => {
    const streak = await newStreak(api);
    await newMilestone(api, "streak", streak.id, 1);
    const own = { externalId: unique("again"), walletAddress: wallet() };
    const member = await newMember(api, own);
    const { body } = await api.post<{ data: Json }>(
      "/schema/streak_log/record",
      streakLog(streak.id, { ownedById: member.id }),
    );
    expect((await api.delete(`${PATH}/${member.id}`)).status).toBe(204);

    expectProblem(await api.get(`${PATH}/${member.id}`), 404, "not_found");
    expectProblem(
      await api.post("/schema/streak_log/record", streakLog(streak.id, { ownedById: member.id })),
      404,
      "not_found",
      "/ownedById",
    );
    expect(await api.read("streak_log", String(body.data["id"]))).toMatchObject({ ownedById: member.id });
    expect(await api.read("reward_log", (body.data["achievedMilestoneRewardLog"] as WireRecord).id)).toMatchObject({
      ownedById: member.id,
    });

    const next = await newMember(api, own);
    expect(next.id).not.toBe(member.id);
    const { body: fresh } = await api.post<{ data: Json }>(
      "/schema/streak_log/record",
      streakLog(streak.id, { ownedBy: { externalId: own.externalId } }),
    );
    expect(fresh.data).toMatchObject({ ownedById: next.id, progress: { currentProgressValue: 1 } });
  });

  it("is made by the first activity that names it, and changed by none", async () => {
    const streak = await newStreak(api);
    const externalId = unique("new");
    const log = (ownedBy: Json) =>
      api.post<{ data: Json }>("/schema/streak_log/record", streakLog(streak.id, { ownedBy }));
    const first = await log({ externalId, firstName: "First", timeZone: "Asia/Tokyo", metadata: { a: 1 } });
    const second = await log({ externalId, firstName: "Second", email: "second@example.com", status: "paused" });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.data["ownedById"]).toBe(first.body.data["ownedById"]);
    const found = await api.list("member", { filters: where("externalId", externalId) });
    expect(found.data).toMatchObject([
      { firstName: "First", email: null, status: "live", timeZone: "Asia/Tokyo", metadata: { a: 1 } },
    ]);
  });

  it("earns nothing while it is paused, and goes on after", async () => {
    const streak = await newStreak(api);
    const member = await newMember(api);
    const log = (day: number) =>
      api.post(
        "/schema/streak_log/record",
        streakLog(streak.id, { ownedById: member.id, activityAt: `2026-04-0${day}T12:00:00Z` }),
      );
    expect((await log(1)).status).toBe(201);
    await api.patch(`${PATH}/${member.id}`, { status: "paused" });
    expectProblem(await log(2), 422, "member_not_live");
    await api.patch(`${PATH}/${member.id}`, { status: "live" });
    expect(await log(2)).toMatchObject({ status: 201, body: { data: { progress: { currentProgressValue: 2 } } } });
  });
});
