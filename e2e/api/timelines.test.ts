import { describe, expect, it } from "vitest";
import { challengeLog, newChallenge, newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, type Json, type Problem, where } from "./support/client";
import { asMember } from "./support/tokens";

const api = admin();

interface Timeline {
  data: ({ periodKey: string; status: string; logs: Json[]; rewards: Json[] } & Json)[];
  progress: Json;
  brokenBy: Json | null;
  paging: { limit: number; nextCursor: string | null };
}

const day = (n: number) => `2026-04-${String(n).padStart(2, "0")}T12:00:00Z`;
const read = (slug: string, id: unknown, query: Json = {}, caller = api) =>
  caller.get<Timeline>(`/schema/${slug}_progress/record/${id}/timeline`, { query });

/** Three days in a row of one member, then nothing. */
async function brokenStreak() {
  const streak = await newStreak(api, { timeZone: "America/New_York" });
  await newMilestone(api, "streak", streak.id, 3, { eudTitle: "Day three" });
  const ownedBy = { externalId: unique("member") };
  for (const n of [8, 9, 10])
    await api.create("streak_log", streakLog(streak.id, { ownedBy, activityAt: day(n), metadata: { note: "hush" } }));
  const [run] = (await api.list("streak_progress", { filters: where("streakId", streak.id) })).data;
  return { streak, run, ownedBy };
}

describe("GET /schema/streak_progress/record/{id}/timeline", () => {
  it("answers “Why did this streak break?”, naming the missed local day and zone", async () => {
    const { run } = await brokenStreak();
    const { status, body } = await read("streak", run?.id);
    expect(status).toBe(200);
    expect(body.brokenBy).toMatchObject({
      cause: "missed_period",
      brokenAt: "2026-04-12T04:00:00.000Z",
      missedPeriod: { firstDay: "2026-04-11", lastDay: "2026-04-11", timeZone: "America/New_York", value: 0 },
    });
    expect(body.data.map(({ periodKey, status: met }) => `${periodKey} ${met}`)).toEqual([
      "daily_2026-04-11 missed",
      "daily_2026-04-10 completed",
      "daily_2026-04-09 completed",
      "daily_2026-04-08 completed",
    ]);
    expect(body.data[1]?.rewards).toMatchObject([{ milestoneTargetValue: 3, state: "pending" }]);
    expect(body.progress).toEqual(await api.read("streak_progress", String(run?.id)));
    // All of it was sent today.
    expect(body.data[1]).toMatchObject({ logCount: 1, lateLogCount: 1, logs: [{ late: true }] });
  });

  it("pages by limit and startingAfter", async () => {
    const { run } = await brokenStreak();
    const whole = (await read("streak", run?.id)).body.data;
    const first = (await read("streak", run?.id, { limit: 3 })).body;
    const rest = (await read("streak", run?.id, { limit: 3, startingAfter: first.paging.nextCursor })).body;
    expect([...first.data, ...rest.data]).toEqual(whole);
    expect(rest.paging).toEqual({ limit: 3, nextCursor: null });
    const other = (await brokenStreak()).run;
    for (const query of [{ startingAfter: "nonsense" }, { limit: 0 }, { limit: 101 }, { order: "asc" }])
      expect((await read("streak", run?.id, query)).status).toBe(400);
    expect((await read("streak", other?.id, { startingAfter: first.paging.nextCursor })).status).toBe(400);
  });

  it("is a member's own to read, without what is the shop's", async () => {
    const { run, ownedBy } = await brokenStreak();
    const { status, body } = await read("streak", run?.id, {}, await asMember(ownedBy.externalId));
    expect(status).toBe(200);
    expect(body.brokenBy).toEqual((await read("streak", run?.id)).body.brokenBy);
    expect(Object.keys(body.data[1]?.logs[0] ?? {}).sort()).toEqual([
      "activityAt",
      "activityValue",
      "late",
      "receivedAt",
    ]);
    expect(body.data[1]?.rewards).toMatchObject([{ milestone: { eudTitle: "Day three" } }]);
    expect(JSON.stringify(body)).not.toMatch(/hush|Rung 3/);
    const { run: others } = await brokenStreak();
    const own = await asMember(ownedBy.externalId);
    expect((await own.get<Problem>(`/schema/streak_progress/record/${others?.id}/timeline`)).body).toMatchObject({
      status: 404,
      code: "not_found",
    });
  });
});

describe("GET /schema/challenge_progress/record/{id}/timeline", () => {
  it("tells the window, and those before it", async () => {
    const challenge = await newChallenge(api, { aggregationPeriod: "weekly", completionTargetValue: 5 });
    const ownedBy = { externalId: unique("member") };
    const log = (n: number, activityValue: number) =>
      api.create("challenge_log", challengeLog(challenge.id, { ownedBy, activityAt: day(n), activityValue }));
    await log(1, 6);
    const { progress } = await log(8, 2.5);
    const { status, body } = await read("challenge", (progress as Json)["id"]);
    expect(status).toBe(200);
    expect(body.data).toMatchObject([
      { periodKey: "weekly_2026-15", value: 2.5, targetValue: 5, status: "missed", timeZone: "UTC" },
      { periodKey: "weekly_2026-14", value: 6, status: "completed", metAt: "2026-04-01T12:00:00.000Z" },
    ]);
    expect(body.progress).toMatchObject({ challengeProgressStatus: "failed" });
  });
});
