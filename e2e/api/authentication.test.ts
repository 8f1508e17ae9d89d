import { randomUUID } from "node:crypto";
import { UnsecuredJWT } from "jose";
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { Scope } from "@/lib/contracts/scopes";
import { challengeLog, newChallenge, newMember, newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, Client, type Json, stranger, type WireRecord } from "./support/client";
import { FOREIGN_SECRET, REVOKED_SECRET, secretWith } from "./support/keys";
import { NOUNS } from "./support/nouns";
import { expectProblem } from "./support/problems";
import { asMember, programId, signToken } from "./support/tokens";

const api = admin();

describe("a server's secret", () => {
  const secret = () => inject("server").apiSecret;
  const keyId = async () => String((await api.get("/api/whoami")).body["keyId"]);

  it.each<[string, () => Promise<Record<string, string>>]>([
    ["X-API-KEY", async () => ({ "X-API-KEY": secret() })],
    ["X-API-Secret", async () => ({ "X-API-Secret": secret() })],
    ["x-api-key with x-api-secret", async () => ({ "x-api-key": await keyId(), "x-api-secret": secret() })],
    ["Authorization: Bearer", async () => ({ authorization: `Bearer ${secret()}` })],
  ])("is taken as %s", async (_way, headers) => {
    expect((await new Client(await headers()).get("/api/whoami")).status).toBe(200);
  });

  it.each<[string, () => Record<string, string>]>([
    ["nothing", () => ({})],
    ["another secret", () => ({ "x-api-key": "mp_live_sk_no-such-secret-0123456789" })],
    ["an empty one", () => ({ "x-api-key": "" })],
    ["a revoked one", () => ({ "x-api-key": REVOKED_SECRET })],
    ["the secret of another key id", () => ({ "x-api-key": randomUUID(), "x-api-secret": secret() })],
    ["Basic", () => ({ authorization: `Basic ${Buffer.from(`x:${secret()}`).toString("base64")}` })],
    ["the widget's secret", () => ({ "x-api-key": inject("server").widgetSecret })],
  ])("with %s: 401", async (_way, headers) => {
    const caller = new Client(headers());
    expectProblem(await caller.get("/api/whoami"), 401, "unauthenticated");
    for (const noun of NOUNS) expectProblem(await caller.get(`/schema/${noun}/record`), 401, "unauthenticated");
    expectProblem(await caller.post("/schema/streak_log/record", {}), 401, "unauthenticated");
  });

  const collection: Record<string, { read: Scope; write?: Scope }> = {
    streak: { read: "campaigns:read", write: "campaigns:write" },
    challenge: { read: "campaigns:read", write: "campaigns:write" },
    milestone: { read: "campaigns:read", write: "campaigns:write" },
    member: { read: "members:read", write: "members:write" },
    streak_log: { read: "members:read", write: "activity:write" },
    challenge_log: { read: "members:read", write: "activity:write" },
    streak_progress: { read: "members:read" },
    challenge_progress: { read: "members:read" },
    reward_log: { read: "rewards:read" },
    reward_rule: { read: "points:read", write: "points:write" },
    user_group: { read: "members:read", write: "members:write" },
  };

  it.each(Object.entries(collection))("reads and writes %s by its scopes alone", async (noun, { read, write }) => {
    for (const scope of [
      "activity:write",
      "campaigns:read",
      "campaigns:write",
      "rewards:read",
      "rewards:write",
      "members:read",
      "members:write",
      "points:read",
      "points:write",
    ] as const) {
      const caller = new Client({ "x-api-key": secretWith(scope) });
      const listed = await caller.get(`/schema/${noun}/record`);
      if (scope === read) expect(listed.status).toBe(200);
      else expectProblem(listed, 403, "forbidden");
      if (!write) continue;
      const created = await caller.post(`/schema/${noun}/record`, {});
      expectProblem(created, scope === write ? 400 : 403, scope === write ? "invalid_request" : "forbidden");
    }
  });

  it("changes and deletes by the write scope alone", async () => {
    const { id } = await newStreak(api);
    const path = `/schema/streak/record/${id}`;
    const reader = new Client({ "x-api-key": secretWith("campaigns:read") });
    expectProblem(await reader.patch(path, { name: "changed" }), 403, "forbidden");
    expectProblem(await reader.delete(path), 403, "forbidden");
    const writer = new Client({ "x-api-key": secretWith("campaigns:write") });
    expect((await writer.patch(path, { name: "changed" })).status).toBe(200);
    expect((await writer.delete(path)).status).toBe(204);
    const rewards = new Client({ "x-api-key": secretWith("rewards:read") });
    expectProblem(await rewards.patch(`/schema/reward_log/record/${randomUUID()}`, {}), 403, "forbidden");
    expectProblem(await rewards.post("/schema/streak_log/record/batch", []), 403, "forbidden");
  });
});

describe("another program", () => {
  const foreign = new Client({ "x-api-key": FOREIGN_SECRET });
  const records: Record<string, string> = {};
  let streak: WireRecord;

  beforeAll(async () => {
    streak = await newStreak(api);
    records["streak"] = streak.id;
    records["challenge"] = (await newChallenge(api)).id;
    records["milestone"] = (await newMilestone(api, "streak", streak.id, 1)).id;
    const { body } = await api.post<{ data: Json }>("/schema/streak_log/record", streakLog(streak.id));
    records["streak_log"] = String(body.data["id"]);
    records["member"] = String(body.data["ownedById"]);
    records["streak_progress"] = (body.data["progress"] as WireRecord).id;
    const challengeAnswer = await api.create("challenge_log", challengeLog(records["challenge"] ?? ""));
    records["challenge_log"] = challengeAnswer.id;
    records["challenge_progress"] = (challengeAnswer["progress"] as WireRecord).id;
    records["reward_rule"] = (await api.create("reward_rule", { eventType: unique("e"), points: 1 })).id;
    records["user_group"] = (await api.create("user_group", { name: unique("g") })).id;
    records["reward_log"] = (body.data["achievedMilestoneRewardLog"] as WireRecord).id;
  });

  it("has a record of every noun here", () => {
    expect(Object.keys(records).sort()).toEqual([...NOUNS].sort());
  });

  it("is the test program of the pair", async () => {
    const { body } = await foreign.get("/api/whoami");
    expect(body).toMatchObject({ mode: "test" });
    expect(body["programId"]).not.toBe(await programId());
  });

  it("finds none of this one's records, and changes none", async () => {
    for (const [noun, id] of Object.entries(records)) {
      const path = `/schema/${noun}/record/${id}`;
      expect((await api.get(path)).status).toBe(200);
      expectProblem(await foreign.get(path), 404, "not_found");
      const listed = await foreign.list(noun, {
        filters: { fieldSlug: "id", operator: "eq", value: id },
        fetchTotalCount: true,
      });
      expect(listed).toMatchObject({ data: [], paging: { totalCount: 0 } });
    }
    const patches: Json = { member: { firstName: "x" }, reward_rule: { points: 2 }, user_group: { name: "x" } };
    for (const noun of ["streak", "challenge", "milestone", "member", "reward_rule", "user_group"]) {
      const path = `/schema/${noun}/record/${records[noun]}`;
      expectProblem(await foreign.patch(path, patches[noun] ?? { description: "x" }), 404, "not_found");
      expectProblem(await foreign.delete(path), 404, "not_found");
    }
    expectProblem(
      await foreign.patch(`/schema/reward_log/record/${records["reward_log"]}`, { couponCode: "X" }),
      404,
      "not_found",
    );
  });

  it("logs nothing for this one's parents or members, and hangs no milestone on them", async () => {
    expectProblem(await foreign.post("/schema/streak_log/record", streakLog(streak.id)), 404, "not_found", "/streakId");
    const own = await newStreak(foreign);
    const log = streakLog(own.id, { ownedById: records["member"] });
    expectProblem(await foreign.post("/schema/streak_log/record", log), 404, "not_found", "/ownedById");
    const milestone = {
      linkedSchemaSlug: "streak",
      linkedSchemaRecordId: streak.id,
      name: "m",
      description: "m",
      milestoneTargetValue: 1,
      status: "live",
    };
    expectProblem(
      await foreign.post("/schema/milestone/record", milestone),
      400,
      "invalid_request",
      "/linkedSchemaRecordId",
    );
  });

  it("may use the same external ids, wallets and identifiers", async () => {
    const own = await newStreak(foreign);
    const ownedBy = { externalId: unique("both"), walletAddress: `0x${randomUUID().replaceAll("-", "")}00000000` };
    const uniqueIdentifier = unique("both");
    for (const [caller, id] of [
      [api, streak.id],
      [foreign, own.id],
    ] as const)
      expect(
        (await caller.post("/schema/streak_log/record", streakLog(id, { ownedBy, uniqueIdentifier }))).status,
      ).toBe(201);
  });

  it("takes no cursor of this one's lists", async () => {
    await newStreak(api);
    const { paging } = await api.list("streak", { limit: 1 });
    const reply = await foreign.get("/schema/streak/record", { query: { startingAfter: paging.nextCursor } });
    expectProblem(reply, 400, "invalid_request", "?startingAfter");
  });
});

describe("a member's token", () => {
  it.each<[string, () => Promise<Record<string, string>>]>([
    ["forged", async () => headers(await signToken("m", { secret: "another-secret-0123456789" }))],
    ["expired", async () => headers(await signToken("m", { expiresIn: -1 }))],
    ["more than an hour ahead", async () => headers(await signToken("m", { expiresIn: 3700 }))],
    [
      "of another algorithm",
      async () =>
        headers(await signToken("m", { algorithm: "HS512", secret: inject("server").widgetSecret.repeat(3) })),
    ],
    ["of another algorithm with our secret", async () => headers(await signToken("m", { algorithm: "HS384" }))],
    ["not signed at all", async () => headers(await unsigned())],
    ["without an end", async () => headers(await signToken("m", { expiresIn: null }))],
    [
      "with the account of another program",
      async () => ({ ...headers(await signToken("m")), "x-account-id": foreignId }),
    ],
    [
      "of another program, with its account",
      async () => ({ ...headers(await signToken("m", { claims: { sub: foreignId } })), "x-account-id": foreignId }),
    ],
    ["for another program", async () => headers(await signToken("m", { claims: { sub: randomUUID() } }))],
    ["without a member", async () => headers(await signToken("m", { claims: { userData: {} } }))],
    ["without account", async () => ({ "x-enduser-access-token": await signToken("m") })],
    ["for an unknown account", async () => ({ ...headers(await signToken("m")), "x-account-id": randomUUID() })],
    ["of no shape", async () => headers("a.b.c")],
    ["empty", async () => headers("")],
    ["with NUL in the name", async () => headers(await signToken("a\0b"))],
  ])("%s: 401", async (_how, make) => {
    const caller = new Client({ ...(await make()) });
    for (const noun of NOUNS) expectProblem(await caller.get(`/schema/${noun}/record`), 401, "unauthenticated");
  });

  it("that is bad is refused though a good secret comes with it", async () => {
    const both = new Client({ ...headers("a.b.c"), "x-api-key": inject("server").apiSecret });
    expectProblem(await both.get("/schema/streak/record"), 401, "unauthenticated");
  });

  it("opens no door of a marketer or server", async () => {
    const member = await asMember(unique("member"));
    const id = randomUUID();
    expectProblem(await member.get("/api/whoami"), 403, "forbidden");
    for (const noun of ["member", "milestone"]) {
      expectProblem(await member.get(`/schema/${noun}/record`), 403, "forbidden");
      expectProblem(await member.get(`/schema/${noun}/record/${id}`), 403, "forbidden");
    }
    for (const noun of ["streak", "challenge", "milestone", "member"]) {
      expectProblem(await member.post(`/schema/${noun}/record`, {}), 403, "forbidden");
      expectProblem(await member.patch(`/schema/${noun}/record/${id}`, {}), 403, "forbidden");
      expectProblem(await member.delete(`/schema/${noun}/record/${id}`), 403, "forbidden");
    }
    for (const noun of ["streak_log", "challenge_log"]) {
      expectProblem(await member.get(`/schema/${noun}/record`), 403, "forbidden");
      expectProblem(await member.post(`/schema/${noun}/record`, {}), 403, "forbidden");
      expectProblem(await member.post(`/schema/${noun}/record/batch`, []), 403, "forbidden");
    }
    expectProblem(await member.patch(`/schema/reward_log/record/${id}`, { couponCode: "MINE" }), 403, "forbidden");
  });

  it("of somebody whom nobody knows yet reads empty lists", async () => {
    const member = await asMember(unique("nobody"));
    for (const noun of ["reward_log", "streak_progress", "challenge_progress"]) {
      expect(await member.list(noun, { fetchTotalCount: true })).toEqual({
        data: [],
        paging: { offset: 0, limit: 20, nextCursor: null, totalCount: 0 },
      });
      expectProblem(await member.get(`/schema/${noun}/record/${randomUUID()}`), 404, "not_found");
      expectProblem(
        await member.get(`/schema/${noun}/record`, { query: { nope: 1 } }),
        400,
        "invalid_request",
        "?nope",
      );
    }
  });

  it("reads the member's own rewards and progress, never another's, and end-user texts alone", async () => {
    const streak = await newStreak(api, { eudTitle: "Seen", name: unique("internal") });
    const milestone = await newMilestone(api, "streak", streak.id, 1, {
      name: "internal",
      eudTitle: "Rung",
      points: 3,
    });
    const [ada, bob] = [await newMember(api), await newMember(api)];
    for (const member of [ada, bob]) {
      const reply = await api.post("/schema/streak_log/record", streakLog(streak.id, { ownedById: member.id }));
      expect(reply.status).toBe(201);
    }
    const client = await asMember(String(ada["externalId"]));
    const rewards = await client.all("reward_log");
    expect(rewards).toMatchObject([{ ownedById: ada.id, milestoneId: milestone.id, state: "pending" }]);
    expect(Object.keys(rewards[0]?.["milestone"] as Json).sort()).toEqual(
      [
        "eudTitle",
        "eudDescription",
        "eudIcon",
        "eudMilestoneRewardTitle",
        "eudMilestoneRewardInstructionMessage",
        "resolvedLanguages",
      ].sort(),
    );
    expect(await client.all("streak_progress")).toMatchObject([{ ownedById: ada.id, currentProgressValue: 1 }]);

    const bobs = (
      await api.all("reward_log", { filters: { fieldSlug: "ownedById", operator: "eq", value: bob.id } })
    )[0];
    expectProblem(await client.get(`/schema/reward_log/record/${bobs?.id}`), 404, "not_found");
    const bobsRun = (
      await api.all("streak_progress", { filters: { fieldSlug: "ownedById", operator: "eq", value: bob.id } })
    )[0];
    expectProblem(await client.get(`/schema/streak_progress/record/${bobsRun?.id}`), 404, "not_found");
    const byFilter = await client.list("reward_log", {
      filters: { fieldSlug: "ownedById", operator: "eq", value: bob.id },
    });
    expect(byFilter.data).toEqual([]);
  });

  it("reads live streaks and challenges with their ladders, without name, description or drafts", async () => {
    const member = await asMember(unique("reader"));
    for (const [noun, make] of [
      ["streak", newStreak],
      ["challenge", newChallenge],
    ] as const) {
      const live = await make(api, { eudTitle: "Seen" });
      await newMilestone(api, noun, live.id, 5, { eudTitle: "Five", name: "internal" });
      await newMilestone(api, noun, live.id, 3, { status: "draft" });
      const read = await member.read(noun, live.id);
      expect(read).toMatchObject({ eudTitle: "Seen", milestones: [{ milestoneTargetValue: 5, eudTitle: "Five" }] });
      expect(JSON.stringify(read)).not.toContain("internal");
      expect(read).not.toHaveProperty("name");
      expect(read).not.toHaveProperty("description");
      for (const status of ["draft", "paused"]) {
        const hidden = await make(api, { status });
        expectProblem(await member.get(`/schema/${noun}/record/${hidden.id}`), 404, "not_found");
      }
      const listed = await member.all(noun);
      expect(new Set(listed.map((row) => row["status"]))).toEqual(new Set(["live"]));
      for (const row of listed) expect(row).not.toHaveProperty("name");
      for (const query of [
        { filters: { fieldSlug: "name", operator: "contains", value: "a" } },
        { sortBy: [{ fieldSlug: "name", order: "ASC" }] },
        { fields: ["name"] },
      ])
        expectProblem(await member.get(`/schema/${noun}/record`, { query }), 400, "invalid_request");
    }
  });
});

it("guests read nothing of a program", async () => {
  for (const noun of NOUNS) expectProblem(await stranger().get(`/schema/${noun}/record`), 401, "unauthenticated");
});

function headers(token: string): Record<string, string> {
  return { "x-enduser-access-token": token, "x-account-id": account };
}

let account = "";
let foreignId = "";
beforeAll(async () => {
  account = await programId();
  foreignId = String((await new Client({ "x-api-key": FOREIGN_SECRET }).get("/api/whoami")).body["programId"]);
});

async function unsigned(): Promise<string> {
  return new UnsecuredJWT({ userData: { externalId: "m" } })
    .setSubject(await programId())
    .setExpirationTime("10m")
    .encode();
}
