import { describe, expect, it } from "vitest";
import { challengeLog, newChallenge, newMember, newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, type Json, type WireRecord, where } from "./support/client";
import { Seeded, statusCounts } from "./support/concurrency";

const api = admin();
const LOGS = "/schema/streak_log/record";
const day = (n: number) => new Date(Date.UTC(2026, 2, n, 12)).toISOString();

const rewardsOf = (parentId: string) => api.all("reward_log", { filters: where("linkedSchemaRecordId", parentId) });
const logsOf = (streakId: string) => api.all("streak_log", { filters: where("streakId", streakId) });
const runsOf = (streakId: string) =>
  api.all("streak_progress", {
    filters: where("streakId", streakId),
    sortBy: [{ fieldSlug: "streakStartedAt", order: "ASC" }],
  });

describe("one event, many requests", () => {
  it("100 identical requests at once leave one log and one reward; the others are told of the first", async () => {
    const { id } = await newStreak(api);
    await newMilestone(api, "streak", id, 1);
    const body = streakLog(id);
    const replies = await Promise.all(Array.from({ length: 100 }, () => api.post(LOGS, body)));
    expect(statusCounts(replies)).toEqual({ 201: 1, 409: 99 });
    const [log, ...others] = await logsOf(id);
    expect(others).toEqual([]);
    for (const { status, body: answer } of replies)
      if (status === 409) expect(answer).toMatchObject({ code: "duplicate", id: log?.id });
    expect(await rewardsOf(id)).toHaveLength(1);
    expect(await runsOf(id)).toMatchObject([{ currentProgressValue: 1 }]);
  });

  it("identical rows of overlapping batches count once as well", async () => {
    const { id } = await newStreak(api);
    const rows = Array.from({ length: 20 }, (_, n) => streakLog(id, { activityAt: day(n + 1) }));
    const seeded = new Seeded(11);
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        api.post<{ data: { status: number }[] }>(`${LOGS}/batch`, seeded.shuffled(rows)),
      ),
    );
    expect(statusCounts(replies)).toEqual({ 200: 20 });
    expect(statusCounts(replies.flatMap(({ body }) => body.data))).toEqual({ 201: 20, 409: 380 });
    expect(await logsOf(id)).toHaveLength(20);
  });

  it("an identifier used at once for two members who are new: one log, one member", async () => {
    const { id } = await newStreak(api);
    for (let round = 0; round < 20; round++) {
      const externalIds = [unique("left"), unique("right")];
      const uniqueIdentifier = unique("order");
      const replies = await Promise.all(
        externalIds.map((externalId) => api.post(LOGS, streakLog(id, { uniqueIdentifier, ownedBy: { externalId } }))),
      );
      expect(statusCounts(replies)).toEqual({ 201: 1, 409: 1 });
      const members = await api.list("member", { filters: where("externalId", externalIds, "in") });
      expect(members.data).toHaveLength(1);
    }
  });

  it("a member who is new and named by many requests at once is made once", async () => {
    const { id } = await newStreak(api);
    const externalId = unique("crowd");
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        api.post(LOGS, streakLog(id, { ownedBy: { externalId }, activityAt: day(n % 25) })),
      ),
    );
    expect(statusCounts(replies)).toEqual({ 201: 50 });
    expect((await api.list("member", { filters: where("externalId", externalId) })).data).toHaveLength(1);
    expect(await runsOf(id)).toMatchObject([{ currentProgressValue: 25 }]);
  });
});

describe("one milestone, many logs", () => {
  it("100 different logs of one member that reach it together earn one reward", async () => {
    const { id } = await newChallenge(api);
    await newMilestone(api, "challenge", id, 50);
    const member = await newMember(api);
    const replies = await Promise.all(
      Array.from({ length: 100 }, () =>
        api.post("/schema/challenge_log/record", challengeLog(id, { ownedById: member.id })),
      ),
    );
    expect(statusCounts(replies)).toEqual({ 201: 100 });
    expect(await rewardsOf(id)).toHaveLength(1);
    const achieving = replies.filter(({ body }) => (body["data"] as Json)["achievedMilestone"] !== null);
    expect(achieving).toHaveLength(1);
    expect(achieving[0]?.body["data"]).toMatchObject({ progress: { currentProgressValue: 50 } });
    const windows = await api.all("challenge_progress", { filters: where("challengeId", id) });
    expect(windows).toMatchObject([{ currentProgressValue: 100 }]);
  });

  it("two rungs crossed by one log are both achieved, once, whoever else crosses at that moment", async () => {
    const { id } = await newChallenge(api);
    const rungs = [await newMilestone(api, "challenge", id, 10), await newMilestone(api, "challenge", id, 20)];
    const member = await newMember(api);
    const big = () => challengeLog(id, { ownedById: member.id, activityValue: 25 });
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => api.post("/schema/challenge_log/record", big())),
    );
    expect(statusCounts(replies)).toEqual({ 201: 10 });
    const crossing = replies.map(({ body }) => (body["data"] as Json)["achievedMilestones"] as WireRecord[]);
    expect(crossing.map((milestones) => milestones.length).sort((a, b) => b - a)).toEqual([
      2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ]);
    expect((await rewardsOf(id)).map((reward) => reward["milestoneId"]).sort()).toEqual(
      rungs.map((rung) => rung.id).sort(),
    );
  });

  it("a milestone that pays once ever pays once, though runs that reach it grow at the same time", async () => {
    const { id } = await newStreak(api);
    await newMilestone(api, "streak", id, 3, { repeatable: false });
    const member = await newMember(api);
    const days = [1, 2, 3, 11, 12, 13, 21, 22, 23];
    const replies = await Promise.all(
      days.map((n) => api.post(LOGS, streakLog(id, { ownedById: member.id, activityAt: day(n) }))),
    );
    expect(statusCounts(replies)).toEqual({ 201: 9 });
    expect(await runsOf(id)).toMatchObject([
      { currentProgressValue: 3 },
      { currentProgressValue: 3 },
      { currentProgressValue: 3 },
    ]);
    expect(await rewardsOf(id)).toHaveLength(1);
  });
});

describe("a late log joins runs while another log extends one", () => {
  const ROUNDS = 20;

  it.each([
    ["the joining one sent first", [3, 6]],
    ["the extending one sent first", [6, 3]],
  ])("%s", async (_name, order) => {
    for (let round = 0; round < ROUNDS; round++) {
      const { id } = await newStreak(api);
      const milestones = new Map<string, number>();
      for (const target of [2, 4, 6]) milestones.set((await newMilestone(api, "streak", id, target)).id, target);
      const member = await newMember(api);
      const log = (n: number) => streakLog(id, { ownedById: member.id, activityAt: day(n) });
      const first = await api.post<{ data: unknown[] }>(`${LOGS}/batch`, [1, 2, 4, 5].map(log));
      expect(statusCounts(first.body.data as { status: number }[])).toEqual({ 201: 4 });
      const [earlier, later] = await runsOf(id);

      const replies = await Promise.all(order.map((n) => api.post(LOGS, log(n))));
      expect(statusCounts(replies)).toEqual({ 201: 2 });
      expect(await runsOf(id)).toMatchObject([
        { id: earlier?.id, currentProgressValue: 6, streakProgressStatus: "broken", streakStartedAt: day(1) },
      ]);
      const gone = await api.get(`/schema/streak_progress/record/${later?.id}`);
      expect(gone).toMatchObject({ status: 404, body: { code: "merged" } });
      const paid = (await rewardsOf(id)).map(
        (reward) => `${milestones.get(String(reward["milestoneId"]))} ${reward["periodKey"]}`,
      );
      expect(paid.sort()).toEqual([
        "2 daily_2026-03-02",
        "2 daily_2026-03-05",
        "4 daily_2026-03-04",
        "6 daily_2026-03-06",
      ]);
    }
  });
});
