import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { contentsOf } from "@/db/testing/contents";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { createLog } from "@/lib/services/activity/create-log";
import { listChallengeProgress } from "@/lib/services/challenge-progress/list-challenge-progress";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import { listMembers } from "@/lib/services/members/list-members";
import { updateMember } from "@/lib/services/members/update-member";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { awardPoints } from "@/lib/services/points/award-points";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { createRewardRule } from "@/lib/services/reward-rules/create-reward-rule";
import { listStreakProgress } from "@/lib/services/streak-progress/list-streak-progress";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { takeEvents } from "./take-events";

const CASES = 8;
/** Each event is up to five requests there. */
const CASES_APART = 3;
const MINUTES_3 = 3 * 60_000;
const START = Date.UTC(2026, 3, 1);
const NOW = "2026-04-10T12:00:00Z";
const TYPES = ["bought", "visited", "jogged", "slept"] as const;

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

interface EventDraw {
  id: number;
  type: string;
  member: number;
  halfDay: number;
  value: number | null;
  bad: number;
}

const eventDraw: fc.Arbitrary<EventDraw> = fc.record({
  id: fc.nat(24),
  type: fc.constantFrom(...TYPES),
  member: fc.nat(3),
  halfDay: fc.nat(19),
  value: fc.option(fc.nat(3)),
  bad: fc.nat(15),
});
const batches = fc.array(fc.array(eventDraw, { minLength: 1, maxLength: 12, size: "max" }), {
  minLength: 3,
  maxLength: 4,
});

/** Reaches every outcome: an event of each type, one too early, one invalid, one without a value; then the first again. */
const EACH: EventDraw[] = TYPES.map((type, id) => ({ id, type, member: 0, halfDay: 8, value: 1, bad: 1 }));
const EARLY = { id: 4, type: "bought", member: 0, halfDay: 0, value: 1, bad: 1 };
const EVERY_OUTCOME = [
  [...EACH, EARLY, { ...EARLY, id: 5, bad: 0 }, { ...EARLY, id: 6, type: "visited", value: null }],
  EACH,
  EACH,
];

/** Its first event is refused by all that listen, and makes the member by its points alone. */
const MADE_BY_POINTS: EventDraw[][] = [
  [{ id: 0, type: "visited", member: 3, halfDay: 0, value: null, bad: 1 }],
  [{ id: 0, type: "bought", member: 3, halfDay: 0, value: null, bad: 1 }],
];

function event({ id, type, member, halfDay, value, bad }: EventDraw) {
  return {
    id: `event-${id}`,
    type,
    member: { externalId: `member-${member}`, ...(member === 3 ? { timeZone: "Asia/Tokyo" } : {}) },
    at: new Date(START + halfDay * 43_200_000 + id * 1000).toISOString(),
    ...(value === null ? {} : { value }),
    ...(bad === 0 ? { surprise: true } : {}),
  };
}

interface Campaign {
  tenant: Tenant;
  listeners: { slug: "streak" | "challenge"; id: string; types: readonly string[] }[];
}

/** Three that listen to several types, one that never lives, rungs with points, a rule for two types. */
async function campaign(): Promise<Campaign> {
  const tenant = await newTenant(database.db);
  const context = tenant.at(START);
  const shared = { description: "d", status: "live", completionTargetValue: 4 };
  const streak = { ...shared, name: "Streak", aggregationTargetValue: 1 };
  const count = { aggregationMethod: "count" };
  const made = [
    { slug: "streak", activityIds: ["bought"], values: { ...streak, ...count } },
    { slug: "streak", activityIds: ["bought", "visited"], values: { ...streak, startsAt: "2026-04-03T00:00:00Z" } },
    { slug: "challenge", activityIds: ["visited"], values: { ...shared, name: "Weekly", aggregationPeriod: "weekly" } },
    { slug: "streak", activityIds: ["visited", "jogged"], values: { ...streak, ...count, status: "paused" } },
  ] as const;
  const listeners: Campaign["listeners"] = [];
  for (const { slug, activityIds, values } of made) {
    const create = slug === "streak" ? createStreak : createChallenge;
    const { id } = await create(context, { ...values, activityIds });
    const rung = { linkedSchemaSlug: slug, linkedSchemaRecordId: id, name: "Rung", description: "d", status: "live" };
    for (const milestoneTargetValue of [1, 3])
      await createMilestone(context, { ...rung, milestoneTargetValue, points: milestoneTargetValue });
    listeners.push({ slug, id, types: activityIds });
  }
  await createRewardRule(context, { eventType: "bought", points: 7 });
  await createRewardRule(context, { eventType: "visited", points: -2 });
  return { tenant, listeners };
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Ids become numbers in the order in which they come up: those of new records differ, whatever else. */
function plain(answer: unknown): unknown {
  const ids = new Map<string, number>();
  const text = JSON.stringify(answer).replace(UUID, (id) => {
    if (!ids.has(id)) ids.set(id, ids.size);
    return `id ${ids.get(id)}`;
  });
  return JSON.parse(text);
}

describe("events", { timeout: MINUTES_3 }, () => {
  it("on trial do nothing, and answer what the real call then does", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(batches, async (draws) => {
        const { tenant } = await campaign();
        for (const draw of draws) {
          const sent = draw.length === 1 && draw[0]?.bad !== 0 ? event(draw[0] as EventDraw) : draw.map(event);
          const before = await contentsOf(database.db, tenant.program.id);
          const rehearsed = await takeEvents(tenant.at(NOW), sent, new URLSearchParams("dryRun=true"));
          expect(await contentsOf(database.db, tenant.program.id)).toBe(before);
          const { events } = await takeEvents(tenant.at(NOW), sent, new URLSearchParams());
          expect(plain(rehearsed.events)).toEqual(plain(events));
          for (const { status, effects } of events)
            for (const effect of [{ kind: "event", status }, ...effects]) seen.add(`${effect.kind} ${effect.status}`);
        }
      }),
      { numRuns: CASES, examples: [[EVERY_OUTCOME]] },
    );
    expect([...seen].sort()).toEqual([
      "challenge applied",
      "challenge duplicate",
      "challenge refused",
      "event applied",
      "event duplicate",
      "event ignored",
      "event invalid",
      "event refused",
      "points applied",
      "points duplicate",
      "streak applied",
      "streak duplicate",
      "streak refused",
    ]);
  });

  it("leave what their logs and awards leave when each is sent by itself", async () => {
    await fc.assert(
      fc.asyncProperty(batches, async (draws) => {
        const together = await campaign();
        const apart = await campaign();
        for (const draw of draws) await takeEvents(together.tenant.at(NOW), draw.map(event), new URLSearchParams());
        for (const draw of draws.flat()) if (draw.bad !== 0) await sendApart(apart, draw);
        expect(await standing(together)).toEqual(await standing(apart));
      }),
      { numRuns: CASES_APART, examples: [[MADE_BY_POINTS]] },
    );
  });
});

async function sendApart({ tenant, listeners }: Campaign, draw: EventDraw): Promise<void> {
  const { id, type, member, at, value } = event(draw);
  for (const { slug, id: parentId, types } of listeners)
    if (types.includes(type))
      await createLog(tenant.at(NOW), slug, {
        [`${slug}Id`]: parentId,
        ownedBy: member,
        activityAt: at,
        activityId: type,
        uniqueIdentifier: id,
        ...(value === undefined ? {} : { activityValue: value }),
      }).catch(refused);
  // Whom an award makes has no zone; whom an event makes has that of the event.
  const known = await findMember(tenant, member.externalId);
  await awardPoints(tenant.at(NOW), { userId: member.externalId, eventType: type, reference: id }).catch(refused);
  const made = known ? undefined : await findMember(tenant, member.externalId);
  const { timeZone } = member;
  if (made && timeZone) await updateMember(tenant.at(NOW), { id: String(made["id"]), patch: { timeZone } });
}

async function findMember(tenant: Tenant, externalId: string) {
  const filters = JSON.stringify({ fieldSlug: "externalId", operator: "eq", value: externalId });
  const { data } = await listMembers(tenant.at(NOW), new URLSearchParams({ filters }));
  return data[0];
}

function refused(error: unknown): void {
  if (!(error as { params?: unknown }).params) throw error;
}

/** Where every member stands, told without ids. */
async function standing({ tenant, listeners }: Campaign) {
  const context = tenant.at(NOW);
  const all = () => new URLSearchParams("limit=1000");
  const { data: members } = await listMembers(context, all());
  const who = (id: unknown) => members.find((member) => member["id"] === id)?.["externalId"];
  const which = (id: unknown) => listeners.findIndex((listener) => listener.id === id);
  const streaks = (await listStreakProgress(context, all())).data.map((run) => [
    who(run["ownedById"]),
    which(run["streakId"]),
    run["currentProgressValue"],
    run["streakProgressStatus"],
    run["streakStartedAt"],
    run["taskProgress"],
  ]);
  const windows = (await listChallengeProgress(context, all())).data.map((window) => [
    who(window["ownedById"]),
    window["currentProgressValue"],
    window["challengeProgressStatus"],
    window["taskProgress"],
  ]);
  const rewards = (await listRewardLogs(context, all())).data.map((reward) => [
    who(reward["ownedById"]),
    which(reward["linkedSchemaRecordId"]),
    (reward["milestone"] as Record<string, unknown>)["milestoneTargetValue"],
    reward["periodKey"],
  ]);
  const balances = members.map((member) => [member["externalId"], member["pointsBalance"]]);
  return [streaks, windows, rewards, balances].map((rows) => rows.map((row) => JSON.stringify(row)).sort());
}
