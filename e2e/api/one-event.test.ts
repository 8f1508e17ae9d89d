import fc from "fast-check";
import { expect, test } from "vitest";
import { newChallenge, newMilestone, newStreak, unique } from "./support/campaigns";
import { admin, type Json, where } from "./support/client";
import { comparable } from "./support/comparable";

const api = admin();
const RUNS = 12;
const MINUTES_2 = 2 * 60_000;

interface Answer {
  id: string;
  status: string;
  code?: string;
  effects: { kind: string; id?: string; status: string; code?: string }[];
}

async function send(body: unknown, query = ""): Promise<Answer[]> {
  const reply = await api.post<{ data: Answer[] }>(`/v1/events${query}`, body);
  expect(reply.status).toBe(200);
  return reply.body.data;
}

const lineOf = ({ status, code, effects }: Answer) =>
  [code ?? status, ...effects.map((effect) => `${effect.kind}:${effect.code ?? effect.status}`)].join(" ");
const day = (n: number) => new Date(Date.UTC(2026, 2, n, 12)).toISOString();

/** Two streaks, one of them for March from the 5th on, a challenge, a paused one and a rule: all listen to one type. */
async function listeners() {
  const type = unique("bought");
  const streak = await newStreak(api, { activityIds: [type, unique("other")] });
  const later = await newStreak(api, { activityIds: [type], startsAt: day(5) });
  const challenge = await newChallenge(api, { activityIds: [type] });
  const paused = await newChallenge(api, { activityIds: [type], status: "paused" });
  const explicit = await newStreak(api);
  await newMilestone(api, "streak", streak.id, 1, { points: 1 });
  await newMilestone(api, "challenge", challenge.id, 20, { points: 2 });
  await api.create("reward_rule", { eventType: type, points: 10 });
  return { type, streak, later, challenge, paused, explicit };
}
type Listeners = Awaited<ReturnType<typeof listeners>>;

/** All that events may leave at these listeners: logs, progress, rewards, and the members with their balances. */
async function leftAt({ type, ...parents }: Listeners): Promise<Json[][]> {
  const ids = Object.values(parents).map(({ id }) => id);
  const lists = await Promise.all([
    ...(["streak", "challenge"] as const).flatMap((slug) =>
      ["log", "progress"].map((what) =>
        api.list(`${slug}_${what}`, { filters: where(`${slug}Id`, ids, "in"), limit: 1000 }),
      ),
    ),
    api.list("reward_log", { filters: where("linkedSchemaRecordId", ids, "in"), limit: 1000 }),
    api.list("member", { filters: where("externalId", type, "startsWith"), limit: 1000 }),
  ]);
  return lists.map(({ data }) => data);
}

test("`POST /v1/events` `{ id, type, member: { externalId, … }, at, value?, metadata? }` (one, or up to 1,000): feeds every live streak and challenge that listens to that `activityId` (new field `activityIds` on both; empty: only explicit logs) and the reward rule of that event type, in one transaction per member; the answer says what each event did and why not (`parent_not_live`, `outside_schedule`, duplicate…).", async () => {
  const on = await listeners();
  const event = (values: Json = {}) => ({
    id: unique("event"),
    type: on.type,
    member: { externalId: `${on.type} ada`, displayName: "Ada" },
    at: day(10),
    value: 20,
    metadata: { order: 1 },
    ...values,
  });
  const first = event();
  const whatAndWhyNot = (answer: Answer | undefined) =>
    answer?.effects.map(({ kind, id, status, code }) => [kind, id, code ?? status]).sort();

  // One, by itself: every live one that listens, and the rule; the paused one says why not, the explicit one is not asked.
  const [one] = await send(first);
  expect(whatAndWhyNot(one)).toEqual(
    [
      ["streak", on.streak.id, "applied"],
      ["streak", on.later.id, "applied"],
      ["challenge", on.challenge.id, "applied"],
      ["challenge", on.paused.id, "parent_not_live"],
      ["points", undefined, "applied"],
    ].sort(),
  );
  const [streakLogs, streakRuns, challengeLogs, windows, rewards, members] = await leftAt(on);
  expect(streakLogs?.map((log) => [log["streakId"], log["activityId"], log["metadata"]]).sort()).toEqual(
    [on.streak.id, on.later.id].map((id) => [id, on.type, { order: 1 }]).sort(),
  );
  expect(streakRuns).toHaveLength(2);
  expect(challengeLogs?.map((log) => [log["challengeId"], log["activityValue"]])).toEqual([[on.challenge.id, 20]]);
  expect(windows?.map((window) => window["currentProgressValue"])).toEqual([20]);
  expect(rewards).toHaveLength(2);
  expect(members?.map((member) => [member["displayName"], member["pointsBalance"]])).toEqual([["Ada", 1 + 2 + 10]]);

  // Up to a thousand in one call, each with its own answer, in their order; a thousand and one are too many.
  const crowd = Array.from({ length: 994 }, (_, n) => event({ member: { externalId: `${on.type} ${n % 30}` } }));
  const many = [
    first,
    event({ id: "early", at: day(2) }),
    event({ id: "wordless", value: undefined }),
    event({ id: "unheard", type: unique("nobody") }),
    event({ id: "ahead", at: new Date(Date.now() + 3_600_000).toISOString() }),
    { id: "half" },
    ...crowd,
  ];
  const answers = await send(many);
  expect(answers.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
  const every = (streak: string, later: string, challenge: string, points: string, paused = "parent_not_live") =>
    `streak:${streak} streak:${later} challenge:${challenge} challenge:${paused} points:${points}`;
  expect(answers.slice(0, 6).map(lineOf)).toEqual([
    `duplicate ${every("duplicate", "duplicate", "duplicate", "duplicate")}`,
    `applied ${every("applied", "outside_schedule", "applied", "applied")}`,
    `applied ${every("applied", "applied", "invalid_request", "applied", "invalid_request")}`,
    "no_listener",
    "activity_in_future",
    "invalid_request",
  ]);
  expect(answers[4]).toMatchObject({ status: "invalid", effects: [] });
  const rest = new Set(answers.slice(6).map(lineOf));
  expect([...rest]).toEqual([`applied ${every("applied", "applied", "applied", "applied")}`]);
  const tooMany = await api.post("/v1/events", [...many, event()]);
  expect(tooMany.status).toBe(400);

  // One transaction per member: what an event of theirs did is there at once, or nothing is (a failure in the midst
  // needs the database's help: lib/services/events/take-events.db.test.ts). Many at once are each had once.
  const racer = event({ member: { externalId: `${on.type} racer` } });
  const raced = await Promise.all(Array.from({ length: 20 }, () => send(racer)));
  expect(raced.flat().filter(({ status }) => status === "applied")).toHaveLength(1);
  const { data } = await api.list("member", { filters: where("externalId", `${on.type} racer`) });
  expect(data.map((member) => member["pointsBalance"])).toEqual([13]);
});

const draw = fc.record({
  id: fc.nat(9),
  type: fc.constantFrom("known", "known", "known", "unheard"),
  member: fc.nat(2),
  day: fc.nat(8),
  value: fc.option(fc.nat(30)),
  whole: fc.nat(12),
});

test("`?dryRun=true` runs the same code in a rolled-back transaction and answers the same body, without effect (property test: dry run = what the real call then does).", {
  timeout: MINUTES_2,
}, async () => {
  const seen = new Set<string>();
  const property = fc.asyncProperty(
    fc.array(fc.array(draw, { minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 3 }),
    async (batches) => {
      const on = await listeners();
      for (const batch of batches) {
        const events = batch.map(({ id, type, member, day: its, value, whole }) => ({
          id: `event-${id}`,
          type: type === "known" ? on.type : `${on.type}-unheard`,
          member: { externalId: `${on.type} ${member}` },
          at: day(its + 1),
          ...(value === null ? {} : { value }),
          ...(whole === 0 ? { surprise: true } : {}),
        }));
        const before = await leftAt(on);
        const rehearsed = await send(events, "?dryRun=true");
        expect(await leftAt(on)).toEqual(before);
        const real = await send(events);
        expect(comparable(rehearsed)).toEqual(comparable(real));
        for (const answer of real) seen.add(answer.status);
      }
    },
  );
  await fc.assert(property, { numRuns: RUNS });
  expect(seen.size).toBeGreaterThan(2);
});
