import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { challengeLog, newChallenge, newMember, newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, type Json, type WireRecord, where } from "./support/client";
import { expectProblem } from "./support/problems";

const api = admin();
const STREAK_LOGS = "/schema/streak_log/record";
const CHALLENGE_LOGS = "/schema/challenge_log/record";
const MINUTE = 60_000;

interface Row {
  status: number;
  data?: Json;
  error?: Json;
}

const send = (body: unknown) => api.post<{ data: Json }>(STREAK_LOGS, body);
const countMembers = async () => (await api.list("member", { limit: 1, fetchTotalCount: true })).paging.totalCount;

describe("the answer to a log", () => {
  it("is the log, the progress after it, and what it achieved, the highest also by itself", async () => {
    const { id } = await newStreak(api);
    const rung = await newMilestone(api, "streak", id, 1, { points: 7 });
    const body = streakLog(id, { activityAt: "2026-04-10T23:30:00-05:00", metadata: { order: 5 } });
    const { status, body: answer } = await send(body);
    expect(status).toBe(201);
    const { ownedBy, ...sent } = body;
    expect(answer.data).toMatchObject({
      ...sent,
      activityAt: "2026-04-11T04:30:00.000Z",
      activityValue: null,
      periodKey: "daily_2026-04-11",
      receivedAt: answer.data["createdAt"],
      progress: {
        streakId: id,
        currentProgressValue: 1,
        streakStartedAt: "2026-04-11T04:30:00.000Z",
        streakCompletedAt: null,
      },
      achievedMilestones: [{ id: rung.id }],
      achievedMilestoneRewardLogs: [{ milestoneId: rung.id, state: "pending", couponCode: null }],
      achievedMilestone: { id: rung.id },
      achievedMilestoneRewardLog: { milestoneId: rung.id },
    });
    expect(answer.data).not.toHaveProperty("ownedBy");
    const member = await api.read("member", String(answer.data["ownedById"]));
    expect(member).toMatchObject({ externalId: (ownedBy as Json)["externalId"], pointsBalance: 7 });

    const progress = answer.data["progress"] as WireRecord;
    expect(progress["uniqueIdentifier"]).toBe(`${id}:${member.id}`);
    expect(await api.read("streak_progress", progress.id)).toEqual(progress);
    const reward = answer.data["achievedMilestoneRewardLog"] as WireRecord;
    expect(reward["uniqueIdentifier"]).toBe(`streak:${id}:${member.id}:daily_2026-04-11`);
    expect(await api.read("reward_log", reward.id)).toEqual(reward);
    const {
      progress: _p,
      achievedMilestone: _m,
      achievedMilestones: _ms,
      achievedMilestoneRewardLog: _r,
      achievedMilestoneRewardLogs: _rs,
      ...log
    } = answer.data;
    expect(await api.read("streak_log", String(log["id"]))).toEqual(log);
  });

  it("tells the week and month as ISO 8601 has them", async () => {
    for (const [aggregationPeriod, activityAt, key] of [
      ["weekly", "2021-01-03T23:59:59.999Z", "weekly_2020-53"],
      ["weekly", "2021-01-04T00:00:00Z", "weekly_2021-01"],
      ["monthly", "2024-02-29T23:00:00Z", "monthly_2024-02"],
    ] as const) {
      const { id } = await newStreak(api, { aggregationPeriod });
      expect((await send(streakLog(id, { activityAt }))).body.data["periodKey"]).toBe(key);
    }
    const challenge = await newChallenge(api);
    const { body } = await api.post<{ data: Json }>(CHALLENGE_LOGS, challengeLog(challenge.id));
    expect(body.data).toMatchObject({
      periodKey: "all_time",
      progress: { taskProgress: { periodStartAt: null, periodEndAt: null } },
    });
  });

  it("adds amounts exactly: 0.1 + 0.2 reaches 0.3", async () => {
    const { id } = await newChallenge(api, { completionTargetValue: 0.3 });
    const rung = await newMilestone(api, "challenge", id, 0.3);
    const member = await newMember(api);
    const log = (activityValue: number) =>
      api.post<{ data: Json }>(CHALLENGE_LOGS, challengeLog(id, { ownedById: member.id, activityValue }));
    expect((await log(0.1)).body.data).toMatchObject({
      progress: { currentProgressValue: 0.1, challengeProgressStatus: "in_progress" },
    });
    expect((await log(0.2)).body.data).toMatchObject({
      progress: { currentProgressValue: 0.3, challengeProgressStatus: "completed" },
      achievedMilestone: { id: rung.id },
    });
  });

  it("writes a sum that no double holds digit by digit", async () => {
    const { id } = await newChallenge(api, { completionTargetValue: 1e12 });
    const ownedById = (await newMember(api)).id;
    const row = (activityValue: number) => challengeLog(id, { ownedById, activityValue });
    const rows = [...Array.from({ length: 20 }, () => row(999999999999.999)), row(0.000001)];
    expect(
      (await api.post<{ data: Row[] }>(`${CHALLENGE_LOGS}/batch`, rows)).body.data.every(
        ({ status }) => status === 201,
      ),
    ).toBe(true);
    const query = new URLSearchParams({ filters: JSON.stringify(where("challengeId", id)) });
    const { apiSecret, baseUrl } = await import("vitest").then(({ inject }) => inject("server"));
    const text = await (
      await fetch(`${baseUrl}/schema/challenge_progress/record?${query}`, { headers: { "x-api-key": apiSecret } })
    ).text();
    expect(text).toContain('"currentProgressValue":19999999999999.980001');
    const found = async (value: string, operator = "eq") => {
      const by = { and: [where("challengeId", id), where("currentProgressValue", 77, operator)] };
      // By the whole member: an id may hold the digits too.
      const filters = JSON.stringify(by).replace('"value":77', `"value":${value}`);
      return (await api.get<{ data: Json[] }>("/schema/challenge_progress/record", { query: { filters } })).body.data
        .length;
    };
    expect(await found("19999999999999.980001")).toBe(1);
    expect(await found("19999999999999.98")).toBe(0);
    expect(await found("19999999999999.98", "gt")).toBe(1);
    expect(await found("1e12", "gt")).toBe(1);
  });
});

describe("a log that is refused writes nothing, not even its member", () => {
  let parent: WireRecord;
  let summing: WireRecord;
  beforeAll(async () => {
    parent = await newStreak(api, { startsAt: "2026-04-01T00:00:00Z", endsAt: "2026-05-01T00:00:00Z" });
    summing = await newStreak(api, { aggregationMethod: "sum" });
  });
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE).toISOString();

  it.each<[string, () => Json, number, string, string[]]>([
    [
      "without anything",
      () => ({ ownedBy: undefined, activityAt: undefined, activityId: undefined, uniqueIdentifier: undefined }),
      400,
      "invalid_request",
      ["/activityAt", "/activityId", "/uniqueIdentifier"],
    ],
    [
      "with both owners",
      () => ({ ownedById: randomUUID(), ownedBy: { externalId: "x" } }),
      400,
      "invalid_request",
      ["/ownedById"],
    ],
    ["with neither owner", () => ({ ownedBy: undefined }), 400, "invalid_request", ["/ownedById"]],
    [
      "with an owner that is no UUID",
      () => ({ ownedById: "x", ownedBy: undefined }),
      400,
      "invalid_request",
      ["/ownedById"],
    ],
    [
      "with a wrong field of the new member",
      () => ({ ownedBy: { externalId: unique("x"), email: "no", nope: 1 } }),
      400,
      "invalid_request",
      ["/ownedBy/email", "/ownedBy/nope"],
    ],
    ["without offset", () => ({ activityAt: "2026-04-10T12:00:00" }), 400, "invalid_request", ["/activityAt"]],
    ["on a day that is none", () => ({ activityAt: "2026-02-30T12:00:00Z" }), 400, "invalid_request", ["/activityAt"]],
    [
      "with a long identifier",
      () => ({ uniqueIdentifier: "a".repeat(257), activityId: "" }),
      400,
      "invalid_request",
      ["/uniqueIdentifier", "/activityId"],
    ],
    ["with a value that is text", () => ({ activityValue: "1" }), 400, "invalid_request", ["/activityValue"]],
    ["with a negative value", () => ({ activityValue: -0.1 }), 400, "invalid_request", ["/activityValue"]],
    ["with seven fraction digits", () => ({ activityValue: 0.1234567 }), 400, "invalid_request", ["/activityValue"]],
    ["with metadata that is none", () => ({ metadata: [1] }), 400, "invalid_request", ["/metadata"]],
    ["with NUL in its metadata", () => ({ metadata: { note: "a\0" } }), 400, "invalid_request", ["/metadata"]],
    [
      "with read-only fields",
      () => ({ periodKey: "daily_2026-04-10", receivedAt: "2026-04-10T00:00:00Z" }),
      400,
      "invalid_request",
      ["/periodKey", "/receivedAt"],
    ],
    ["for a parent that nobody has", () => ({ streakId: randomUUID() }), 404, "not_found", ["/streakId"]],
    [
      "of an owner that nobody knows",
      () => ({ ownedById: randomUUID(), ownedBy: undefined }),
      404,
      "not_found",
      ["/ownedById"],
    ],
    ["more than 5 minutes ahead", () => ({ activityAt: inMinutes(6) }), 400, "activity_in_future", ["/activityAt"]],
    [
      "of a new member who is not live",
      () => ({ ownedBy: { externalId: unique("x"), status: "draft" } }),
      422,
      "member_not_live",
      [],
    ],
    ["before the start", () => ({ activityAt: "2026-03-31T23:59:59.999Z" }), 422, "outside_schedule", ["/activityAt"]],
    ["at the end", () => ({ activityAt: "2026-05-01T00:00:00Z" }), 422, "outside_schedule", ["/activityAt"]],
    [
      "without the value that the parent sums",
      () => ({ streakId: summing.id }),
      400,
      "invalid_request",
      ["/activityValue"],
    ],
  ])("%s", async (_how, values, status, code, pointers) => {
    const members = await countMembers();
    const body = { ...streakLog(parent.id), ...values() };
    expectProblem(await send(body), status, code, ...pointers);
    const { body: batch } = await api.post<{ data: Row[] }>(`${STREAK_LOGS}/batch`, [body]);
    expect(batch.data).toMatchObject([{ status, error: { code, status } }]);
    expect(await countMembers()).toBe(members);
  });

  it.each(["draft", "paused"])("for a parent that is %s", async (status) => {
    const { id } = await newStreak(api, { status });
    expectProblem(await send(streakLog(id)), 422, "parent_not_live");
  });

  it("is taken up to 5 minutes ahead, at the start, and with a value of 0", async () => {
    const open = await newStreak(api);
    expect((await send(streakLog(open.id, { activityAt: inMinutes(4.5) }))).status).toBe(201);
    expect((await send(streakLog(parent.id, { activityAt: "2026-04-01T00:00:00Z" }))).status).toBe(201);
    expect((await send(streakLog(parent.id, { activityAt: "2026-04-30T23:59:59.999Z" }))).status).toBe(201);
    expect(await send(streakLog(summing.id, { activityValue: 0 }))).toMatchObject({
      status: 201,
      body: { data: { activityValue: 0 } },
    });
  });

  it("is looked at in order: shape, parent, repeat, ahead, member, parent's state, schedule", async () => {
    const paused = await newStreak(api, { startsAt: "2026-04-01T00:00:00Z" });
    const sleeper = await newMember(api, { status: "live" });
    const uniqueIdentifier = unique("first");
    expect((await send(streakLog(paused.id, { uniqueIdentifier, ownedById: sleeper.id }))).status).toBe(201);
    await api.patch(`/schema/streak/record/${paused.id}`, { status: "paused" });
    await api.patch(`/schema/member/record/${sleeper.id}`, { status: "paused" });
    const worst = {
      ...streakLog(randomUUID(), { uniqueIdentifier, ownedById: sleeper.id, activityAt: inMinutes(60) }),
      nope: 1,
    };
    const steps: [Json, number, string][] = [
      [worst, 400, "invalid_request"],
      [{ ...worst, nope: undefined }, 404, "not_found"],
      [{ ...worst, nope: undefined, streakId: paused.id }, 409, "duplicate"],
      [{ ...worst, nope: undefined, streakId: paused.id, uniqueIdentifier: unique("x") }, 400, "activity_in_future"],
      [
        {
          ...worst,
          nope: undefined,
          streakId: paused.id,
          uniqueIdentifier: unique("x"),
          activityAt: "2026-03-01T00:00:00Z",
        },
        422,
        "member_not_live",
      ],
      [{ ...streakLog(paused.id), activityAt: "2026-03-01T00:00:00Z" }, 422, "parent_not_live"],
    ];
    for (const [body, status, code] of steps) expectProblem(await send(body), status, code);
  });
});

describe("a repeat", () => {
  it("answers 409 with the id of the first, whatever else it says", async () => {
    const { id } = await newStreak(api);
    const first = await send(streakLog(id, { uniqueIdentifier: "order-1" }));
    const repeat = await send(streakLog(id, { uniqueIdentifier: "order-1", activityAt: "2026-05-01T00:00:00Z" }));
    expect(expectProblem(repeat, 409, "duplicate")["id"]).toBe(first.body.data["id"]);
  });

  it("is told by parent: another streak, or a challenge, takes the same identifier", async () => {
    const [one, other, challenge] = [await newStreak(api), await newStreak(api), await newChallenge(api)];
    for (const { id } of [one, other])
      expect((await send(streakLog(id, { uniqueIdentifier: "order-1" }))).status).toBe(201);
    expect((await api.post(CHALLENGE_LOGS, challengeLog(challenge.id, { uniqueIdentifier: "order-1" }))).status).toBe(
      201,
    );
    expect((await send(streakLog(one.id, { uniqueIdentifier: "ORDER-1" }))).status).toBe(201);
  });
});

describe("a batch", () => {
  const batch = (rows: unknown) => api.post<{ data: Row[] }>(`${STREAK_LOGS}/batch`, rows);

  it("answers each row in order, each by itself", async () => {
    const [one, two] = [await newStreak(api), await newStreak(api, { status: "paused" })];
    const ownedBy = { externalId: unique("member") };
    const at = (day: number) => ({ ownedBy, activityAt: `2026-04-0${day}T12:00:00Z` });
    const good = streakLog(one.id, at(1));
    const { status, body } = await batch([
      good,
      { ...good },
      streakLog(two.id, at(1)),
      5,
      { ...streakLog(one.id, at(2)), extra: true },
      streakLog(randomUUID(), at(2)),
      streakLog(one.id, at(3)),
      streakLog(one.id, at(2)),
    ]);
    expect(status).toBe(200);
    expect(body.data.map((row) => [row.status, row.error?.["code"]])).toEqual([
      [201, undefined],
      [409, "duplicate"],
      [422, "parent_not_live"],
      [400, "invalid_request"],
      [400, "invalid_request"],
      [404, "not_found"],
      [201, undefined],
      [201, undefined],
    ]);
    expect(body.data[1]?.error).toMatchObject({
      id: body.data[0]?.data?.["id"],
      errors: [],
      requestId: expect.any(String),
    });
    expect(body.data[4]?.error).toMatchObject({ errors: [{ pointer: "/extra", code: "unknown_field" }] });
    expect([0, 6, 7].map((n) => body.data[n]?.data?.["progress"])).toMatchObject([
      { currentProgressValue: 1 },
      { currentProgressValue: 1 },
      { currentProgressValue: 3 },
    ]);
  });

  it("takes 1 to 1,000 logs", async () => {
    const { id } = await newStreak(api);
    const rows = Array.from({ length: 1001 }, () => streakLog(id, { ownedBy: { externalId: "one-of-many" } }));
    for (const body of [[], rows, {}, null, streakLog(id)])
      expectProblem(await batch(JSON.stringify(body)), 400, "invalid_request", "");
    const { status, body } = await batch(rows.slice(0, 1000));
    expect([status, body.data.length]).toEqual([200, 1000]);
    expect(body.data.every((row) => row.status === 201)).toBe(true);
    expect(
      await api.list("streak_log", { filters: where("streakId", id), limit: 1, fetchTotalCount: true }),
    ).toMatchObject({ paging: { totalCount: 1000 } });
  });

  it("is for its own kind of log", async () => {
    const { id } = await newChallenge(api);
    expect((await batch([challengeLog(id)])).body.data).toMatchObject([
      { status: 400, error: { code: "invalid_request" } },
    ]);
    expect(await api.post(`${CHALLENGE_LOGS}/batch`, [challengeLog(id)])).toMatchObject({
      status: 200,
      body: { data: [{ status: 201 }] },
    });
  });
});

describe("progress over HTTP", () => {
  const today = () => new Date().toISOString();
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

  it("shows a run in progress, broken and completed without any sweep", async () => {
    const { id } = await newStreak(api, { completionTargetValue: 3 });
    const ownedById = (await newMember(api)).id;
    const log = (activityAt: string) => send(streakLog(id, { ownedById, activityAt }));
    for (const activityAt of [ago(9), ago(8), ago(7), ago(3), today()])
      expect((await log(activityAt)).status).toBe(201);
    const filters = where("streakId", id);
    const sortBy = [{ fieldSlug: "streakStartedAt", order: "ASC" }];
    const runs = await api.all("streak_progress", { filters, sortBy });
    expect(runs.map((run) => [run["streakProgressStatus"], run["currentProgressValue"]])).toEqual([
      ["completed", 3],
      ["broken", 1],
      ["in_progress", 1],
    ]);
    expect(runs[0]?.["streakCompletedAt"]).not.toBeNull();
    expect(runs[1]?.["streakBrokenAt"]).not.toBeNull();
    expect(runs[2]?.["taskProgress"]).toMatchObject({ currentValue: 1, targetValue: 1, status: "completed" });
    for (const status of ["completed", "broken", "in_progress"]) {
      const found = await api.all("streak_progress", {
        filters: { and: [filters, where("streakProgressStatus", status)] },
      });
      expect(found).toHaveLength(1);
    }
  });

  it("fails a window that ended short, until a late log completes it", async () => {
    const { id } = await newChallenge(api, { aggregationPeriod: "monthly", completionTargetValue: 10 });
    const ownedById = (await newMember(api)).id;
    const log = (activityValue: number) =>
      api.post<{ data: Json }>(
        CHALLENGE_LOGS,
        challengeLog(id, { ownedById, activityValue, activityAt: "2026-02-10T00:00:00Z" }),
      );
    expect((await log(9)).body.data["progress"]).toMatchObject({
      challengeProgressStatus: "failed",
      challengeFailedAt: "2026-03-01T00:00:00.000Z",
    });
    expect((await log(1)).body.data["progress"]).toMatchObject({
      challengeProgressStatus: "completed",
      challengeFailedAt: null,
      challengeCompletedAt: "2026-02-10T00:00:00.000Z",
      taskProgress: { periodKey: "monthly_2026-02", currentValue: 10, targetValue: 10, status: "completed" },
    });
  });
});
