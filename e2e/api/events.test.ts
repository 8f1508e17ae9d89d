import { beforeAll, describe, expect, it } from "vitest";
import { newChallenge, newMember, newMilestone, newStreak, unique } from "./support/campaigns";
import { admin, type Json, type Reply, where } from "./support/client";
import { comparable } from "./support/comparable";
import { Seeded } from "./support/concurrency";

const api = admin();

interface Effect extends Json {
  kind: string;
  status: string;
  code?: string;
}
interface Answer {
  id: string;
  status: string;
  effects: Effect[];
}
interface Envelope extends Json {
  data: Answer[];
}

const send = (body: unknown, query = "", headers: Record<string, string> = {}): Promise<Reply<Envelope>> =>
  api.post<Envelope>(`/v1/events${query}`, body, { headers });
const lineOf = ({ status, effects }: Answer) =>
  [status, ...effects.map((e) => `${e.kind}:${e.code ?? e.status}`)].join(" ");
const lines = ({ body }: Reply<Envelope>) => body.data.map(lineOf);

const day = (n: number) => new Date(Date.UTC(2026, 2, n, 12)).toISOString();
const balanceOf = async (externalId: string) =>
  (await api.get<{ data: { totalPoints: number } }>(`/v1/users/${externalId}/balance`)).body.data.totalPoints;

/** A streak, a challenge and a rule that listen to a type of their own. */
async function campaign() {
  const type = unique("type");
  const streak = await newStreak(api, { activityIds: [type] });
  const challenge = await newChallenge(api, { activityIds: [type], aggregationMethod: "count" });
  await newMilestone(api, "streak", streak.id, 1, { points: 1 });
  await newMilestone(api, "challenge", challenge.id, 2, { points: 2 });
  await api.create("reward_rule", { eventType: type, points: 10 });
  const event = (values: Json = {}) => ({
    id: unique("event"),
    type,
    member: { externalId: unique("member") },
    at: day(10),
    ...values,
  });
  return { type, streak, challenge, event };
}

describe("POST /v1/events", () => {
  let on: Awaited<ReturnType<typeof campaign>>;
  beforeAll(async () => {
    on = await campaign();
  });

  it("answers in the envelope of /v1: what one event did for each that listens", async () => {
    const event = on.event();
    const { status, headers, body } = await send(event);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(body).toMatchObject({
      message: "Events processed successfully",
      code: 200,
      status: "success",
      data: [
        {
          id: event.id,
          status: "applied",
          effects: [
            {
              kind: "streak",
              id: on.streak.id,
              status: "applied",
              log: { activityId: on.type, uniqueIdentifier: event.id, periodKey: "daily_2026-03-10" },
              progress: { currentProgressValue: 1 },
              achievedMilestones: [{ milestoneTargetValue: 1 }],
              achievedMilestoneRewardLogs: [{ state: "pending" }],
            },
            { kind: "challenge", id: on.challenge.id, status: "applied", achievedMilestones: [] },
            { kind: "points", eventType: on.type, status: "applied", pointsAwarded: 10, userBalance: 11 },
          ],
        },
      ],
    });
    expect(await balanceOf(event.member.externalId)).toBe(11);
  });

  it.each([
    ["no event", {}, 400],
    ["an unknown parameter", null, 400],
    ["an empty array", [], 400],
  ])("tells of errors there too: %s", async (name, body, status) => {
    const query = name === "an unknown parameter" ? "?dryrun=true" : "";
    const reply = await send(body ?? on.event(), query);
    expect(reply.status).toBe(status);
    expect(reply.body).toMatchObject({ code: status, status: "error", errors: expect.any(Array) });
  });

  it("takes an array of a thousand, of which a bad one is told by itself", async () => {
    const rows = Array.from({ length: 999 }, (_, n) => on.event({ member: { externalId: `${on.type}-${n % 40}` } }));
    const reply = await send([...rows.slice(0, 500), { id: "bad" }, ...rows.slice(500)]);
    expect(reply.status).toBe(200);
    expect(reply.body.data.map(({ id }) => id)).toEqual([
      ...rows.slice(0, 500).map(({ id }) => id),
      "bad",
      ...rows.slice(500).map(({ id }) => id),
    ]);
    const told = Map.groupBy(lines(reply), (line) => line);
    expect(told.get("invalid")).toHaveLength(1);
    expect(told.get("applied streak:applied challenge:applied points:applied")).toHaveLength(999);
  });

  it("follows a PATCH of activityIds, which only holds names, each once", async () => {
    const { streak, event } = await campaign();
    const path = `/schema/streak/record/${streak.id}`;
    for (const activityIds of [["a", "a"], [""], Array.from({ length: 51 }, (_, n) => `${n}`), null, "a"])
      expect((await api.patch(path, { activityIds })).status).toBe(400);
    expect((await api.read("streak", streak.id))["activityIds"]).toHaveLength(1);
    await api.patch(path, { activityIds: [] });
    expect(lines(await send(event()))).toEqual(["applied challenge:applied points:applied"]);
    expect((await api.list("streak", { filters: where("id", streak.id), fields: ["activityIds"] })).data).toEqual([
      { id: streak.id, activityIds: [] },
    ]);
  });
});

describe("one event, many requests", () => {
  it("100 identical ones at once have each effect once", async () => {
    const { event, streak, challenge } = await campaign();
    const body = event();
    const replies = await Promise.all(Array.from({ length: 100 }, () => send(body)));
    const told = Map.groupBy(replies.flatMap(lines), (line) => line);
    expect(told.get("applied streak:applied challenge:applied points:applied")).toHaveLength(1);
    expect(told.get("duplicate streak:duplicate challenge:duplicate points:duplicate")).toHaveLength(99);
    expect((await api.list("streak_log", { filters: where("streakId", streak.id) })).data).toHaveLength(1);
    expect((await api.list("challenge_log", { filters: where("challengeId", challenge.id) })).data).toHaveLength(1);
    expect(await balanceOf(body.member.externalId)).toBe(11);
  });

  it("overlapping arrays of mixed members, in any order, have each effect once", async () => {
    const { event, streak } = await campaign();
    const members = Array.from({ length: 5 }, () => unique("member"));
    const rows = Array.from({ length: 40 }, (_, n) =>
      event({ member: { externalId: members[n % 5] }, at: day((n % 8) + 1) }),
    );
    const seeded = new Seeded(7);
    const replies = await Promise.all(Array.from({ length: 12 }, () => send(seeded.shuffled(rows))));
    const told = Map.groupBy(replies.flatMap(lines), (line) => line);
    expect(told.get("applied streak:applied challenge:applied points:applied")).toHaveLength(40);
    expect(told.get("duplicate streak:duplicate challenge:duplicate points:duplicate")).toHaveLength(440);
    for (const member of members) {
      const { data } = (
        await api.get<{ data: { points: number; balanceAfter: number }[] }>(`/v1/users/${member}/history?limit=1000`)
      ).body;
      let balance = 0;
      for (const entry of data.toReversed()) {
        balance += entry.points;
        expect(entry.balanceAfter).toBe(balance);
      }
      expect(await balanceOf(member)).toBe(balance);
      expect(data.filter(({ points }) => points === 10)).toHaveLength(8);
    }
    const runs = await api.list("streak_progress", { filters: where("streakId", streak.id) });
    expect(runs.data.map((run) => run["currentProgressValue"])).toEqual([8, 8, 8, 8, 8]);
  });

  it("beside a log and an award with the same identifier, each effect is had once", async () => {
    for (let round = 0; round < 10; round++) {
      const { event, streak, type } = await campaign();
      const member = await newMember(api);
      const body = event({ member: { externalId: member["externalId"] } });
      const log = { streakId: streak.id, ownedById: member.id, activityAt: body.at, activityId: type };
      const award = { userId: member["externalId"], eventType: type, reference: body.id };
      await Promise.all([
        send(body),
        api.post("/schema/streak_log/record", { ...log, uniqueIdentifier: body.id }),
        api.post("/v1/points/award", award),
        send([body]),
      ]);
      expect((await api.list("streak_log", { filters: where("streakId", streak.id) })).data).toHaveLength(1);
      expect(await balanceOf(String(member["externalId"]))).toBe(11);
    }
  });
});

describe("dryRun=true", () => {
  it("does nothing, and answers what the real call then answers, ids and times of new records aside", async () => {
    const { event, streak } = await campaign();
    const rows = [event(), event({ at: day(11) }), event({ type: "nobody-listens" }), { nothing: "right" }];
    const body = [...rows, rows[0]];
    const rehearsed = await send(body, "?dryRun=true");
    expect((await api.list("streak_log", { filters: where("streakId", streak.id) })).data).toEqual([]);
    const { data } = await api.list("member", { filters: where("externalId", rows.flatMap(memberOf), "in") });
    expect(data).toEqual([]);
    const real = await send(body);
    expect(comparable(rehearsed.body)).toEqual(comparable(real.body));
    expect(lines(real).slice(0, 2)).toEqual(Array(2).fill("applied streak:applied challenge:applied points:applied"));
  });

  it("is not kept under an Idempotency-Key, which the real call may then use", async () => {
    const { event } = await campaign();
    const body = event();
    const key = { "idempotency-key": unique("key") };
    const replies = [
      await send(body, "?dryRun=true", key),
      await send(body, "?dryRun=true", key),
      await send(body, "", key),
      await send(body, "", key),
    ];
    expect(replies.map((reply) => [reply.status, lines(reply)[0]?.split(" ")[0]])).toEqual(
      Array(4).fill([200, "applied"]),
    );
    expect(replies.map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, null, null, "true"]);
    expect(replies[3]?.body).toEqual(replies[2]?.body);
    expect(await balanceOf(body.member.externalId)).toBe(11);
  });
});

function memberOf(row: object): string[] {
  return "member" in row ? [(row.member as { externalId: string }).externalId] : [];
}
