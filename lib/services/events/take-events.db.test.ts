import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { updateMember } from "@/db/queries/members";
import { poisonLogs } from "@/db/testing/poison";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { MAX_BALANCE } from "@/lib/domain/points";
import { listChallengeLogs } from "@/lib/services/challenge-logs/list-challenge-logs";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import { createMember } from "@/lib/services/members/create-member";
import { listMembers } from "@/lib/services/members/list-members";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { awardPoints } from "@/lib/services/points/award-points";
import { getBalance } from "@/lib/services/points/get-balance";
import { getHistory } from "@/lib/services/points/get-history";
import { createRewardRule } from "@/lib/services/reward-rules/create-reward-rule";
import { updateRewardRule } from "@/lib/services/reward-rules/update-reward-rule";
import { listStreakLogs } from "@/lib/services/streak-logs/list-streak-logs";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import type { EventAnswer } from "./present-event";
import { takeEvents } from "./take-events";

const NOW = "2026-04-20T12:00:00Z";

let database: Database;
let tenant: Tenant;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  tenant = await newTenant(database.db);
});

const PARENT = { description: "d", status: "live", aggregationMethod: "count", completionTargetValue: 7 };
const LISTENS = { activityIds: ["made_a_purchase"] };

const streak = (values: object = {}) =>
  createStreak(tenant.at(NOW), { ...PARENT, name: "Streak", aggregationTargetValue: 1, ...LISTENS, ...values });
const challenge = (values: object = {}) =>
  createChallenge(tenant.at(NOW), {
    ...PARENT,
    name: "Challenge",
    aggregationPeriod: "all_time",
    ...LISTENS,
    ...values,
  });
const rule = (values: object = {}) =>
  createRewardRule(tenant.at(NOW), { eventType: "made_a_purchase", points: 10, ...values });
const rung = (slug: string, id: string, values: object = {}) =>
  createMilestone(tenant.at(NOW), {
    linkedSchemaSlug: slug,
    linkedSchemaRecordId: id,
    name: "Rung",
    description: "d",
    milestoneTargetValue: 1,
    status: "live",
    ...values,
  });

function event(id: string, values: object = {}) {
  const at = "2026-04-20T10:00:00Z";
  return { id, type: "made_a_purchase", member: { externalId: "ada" }, at, ...values };
}

async function take(input: unknown, query = ""): Promise<EventAnswer[]> {
  return (await takeEvents(tenant.at(NOW), input, new URLSearchParams(query))).events;
}

/** `applied streak:applied points:duplicate`: an event and its effects in a line. */
const lineOf = ({ status, effects }: EventAnswer) =>
  [status, ...effects.map((effect) => `${effect.kind}:${"code" in effect ? effect.code : effect.status}`)].join(" ");
const lines = async (input: unknown, query = "") => (await take(input, query)).map(lineOf);

const memberCount = async () => (await listMembers(tenant.at(NOW), new URLSearchParams())).data.length;
const logCount = async () =>
  (await listStreakLogs(tenant.at(NOW), new URLSearchParams())).data.length +
  (await listChallengeLogs(tenant.at(NOW), new URLSearchParams())).data.length;

describe("one event", () => {
  it("feeds every live streak and challenge that listens to its type, and its reward rule", async () => {
    const [first, second] = [await streak(), await streak({ name: "Another" })];
    const window = await challenge();
    await streak({ name: "Deaf", activityIds: [] });
    await streak({ name: "Of visits", activityIds: ["visited_cafe"] });
    const milestone = await rung("challenge", window.id, { points: 5 });
    await rule();
    const [answer] = await take(event("e1", { value: 2.5, metadata: { order: 7 } }));
    expect(answer).toMatchObject({
      id: "e1",
      status: "applied",
      effects: [
        {
          kind: "streak",
          id: first.id,
          status: "applied",
          log: { streakId: first.id, uniqueIdentifier: "e1", activityId: "made_a_purchase", metadata: { order: 7 } },
          progress: { currentProgressValue: 1, streakProgressStatus: "in_progress" },
        },
        { kind: "streak", id: second.id, status: "applied" },
        {
          kind: "challenge",
          id: window.id,
          status: "applied",
          log: { activityValue: 2.5 },
          progress: { currentProgressValue: 1 },
          achievedMilestones: [{ id: milestone.id }],
          achievedMilestoneRewardLogs: [{ milestoneId: milestone.id, state: "pending" }],
        },
        { kind: "points", eventType: "made_a_purchase", status: "applied", pointsAwarded: 10, userBalance: 15 },
      ],
    });
    expect(await getBalance(tenant.at(NOW), "ada")).toMatchObject({ totalPoints: 15 });
    expect((await getHistory(tenant.at(NOW), "ada", new URLSearchParams())).data).toMatchObject([
      { eventType: "made_a_purchase", points: 10, balanceAfter: 15, reference: "e1", metadata: { order: 7 } },
      { eventType: "milestone_achieved", points: 5, balanceAfter: 5 },
    ]);
  });

  it("makes a new member as a log does, and changes nothing in a known one", async () => {
    await rule();
    await createMember(tenant.at(NOW), { externalId: "ada", displayName: "Ada" });
    await take([
      event("e1", { member: { externalId: "ada", displayName: "Not Ada" } }),
      event("e2", { member: { externalId: "ben", displayName: "Ben", timeZone: "Asia/Tokyo" } }),
    ]);
    const { data } = await listMembers(
      tenant.at(NOW),
      new URLSearchParams('sortBy=[{"fieldSlug":"externalId","order":"ASC"}]'),
    );
    expect(data).toMatchObject([
      { externalId: "ada", displayName: "Ada", pointsBalance: 10 },
      { externalId: "ben", displayName: "Ben", timeZone: "Asia/Tokyo", pointsBalance: 10 },
    ]);
  });

  it("has each effect once: a repeat says so with the id of the first, and adds what did not listen before", async () => {
    const parent = await streak();
    await rule();
    const [first] = await take(event("e1"));
    const [again] = await take(event("e1"));
    expect(lineOf(again as EventAnswer)).toBe("duplicate streak:duplicate points:duplicate");
    const firstIds = first?.effects.map((effect) =>
      "log" in effect ? (effect.log as { id: string }).id : "ledgerId" in effect && effect.ledgerId,
    );
    expect(again?.effects.map((effect) => "firstId" in effect && effect.firstId)).toEqual(firstIds);
    await challenge();
    expect(await lines(event("e1"))).toEqual(["applied streak:duplicate challenge:applied points:duplicate"]);
    await updateStreak(tenant.at(NOW), { id: parent.id, patch: { status: "paused" } });
    expect(await lines(event("e1"))).toEqual(["duplicate streak:duplicate challenge:duplicate points:duplicate"]);
    expect(await logCount()).toBe(2);
    expect(await getBalance(tenant.at(NOW), "ada")).toMatchObject({ totalPoints: 10 });
  });

  it("is the same event as a log or an award that had its id", async () => {
    const parent = await streak();
    await rule();
    await awardPoints(tenant.at(NOW), { userId: "ada", eventType: "made_a_purchase", reference: "e1" });
    expect(await lines(event("e1"))).toEqual(["applied streak:applied points:duplicate"]);
    await updateStreak(tenant.at(NOW), { id: parent.id, patch: { activityIds: [] } });
    expect(await lines(event("e1"))).toEqual(["duplicate points:duplicate"]);
  });

  it("says why it did nothing, and then leaves nothing, not even a member", async () => {
    await streak({ status: "paused" });
    await streak({ startsAt: "2026-05-01T00:00:00Z" });
    await challenge({ status: "draft", aggregationMethod: "sum" });
    await challenge({ aggregationMethod: "sum" });
    await rule({ status: "paused" });
    expect(await lines(event("e1"))).toEqual([
      "refused streak:parent_not_live streak:outside_schedule challenge:invalid_request challenge:invalid_request points:rule_not_live",
    ]);
    expect((await take(event("e1")))[0]?.effects[2]).toMatchObject({ message: expect.stringMatching(/^value is req/) });
    expect(await lines(event("e1", { type: "slept" }))).toEqual(["ignored"]);
    expect(await memberCount()).toBe(0);
  });

  it("of a member who is not live does nothing", async () => {
    await streak();
    await rule();
    await createMember(tenant.at(NOW), { externalId: "ada", status: "paused" });
    expect(await lines([event("e1"), event("e2", { member: { externalId: "bo", status: "draft" } })])).toEqual([
      "refused streak:member_not_live points:member_not_live",
      "refused streak:member_not_live points:member_not_live",
    ]);
    expect(await memberCount()).toBe(1);
  });

  it("of the points' own type moves no points", async () => {
    await streak({ activityIds: ["milestone_achieved"] });
    expect(await lines(event("e1", { type: "milestone_achieved" }))).toEqual(["applied streak:applied"]);
  });

  it.each([
    ["without a member", { member: undefined }, "invalid_request", "/member"],
    ["with an unknown field", { surprise: 1 }, "invalid_request", "/surprise"],
    ["with a value below 0", { value: -1 }, "invalid_request", "/value"],
    ["too far ahead", { at: "2026-04-20T12:05:00.001Z" }, "activity_in_future", "/at"],
  ])("%s is refused as a whole", async (_name, values, code, pointer) => {
    const refused = take(event("e1", values));
    await expect(refused).rejects.toMatchObject({ code, params: { errors: [{ pointer }] } });
    const [bad, good] = await take([event("e1", values), event("e2")]);
    expect(bad).toMatchObject({ id: "e1", status: "invalid", code, errors: [{ pointer }], effects: [] });
    expect(good?.status).toBe("ignored");
  });

  it("needs activity:write", async () => {
    const context = { ...tenant.at(NOW), actor: { kind: "key" as const, id: "k", scopes: ["points:write" as const] } };
    await expect(takeEvents(context, event("e1"), new URLSearchParams())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("an array", () => {
  it("is answered event by event, in order; a repeat within it is one", async () => {
    await streak();
    await rule();
    const next = event("e2", { at: "2026-04-19T10:00:00Z" });
    expect(
      await lines([event("e1"), { nothing: "right" }, event("e1"), next, 7, event("e3", { type: "slept" })]),
    ).toEqual([
      "applied streak:applied points:applied",
      "invalid",
      "duplicate streak:duplicate points:duplicate",
      "applied streak:applied points:applied",
      "invalid",
      "ignored",
    ]);
  });

  it("credits points in the order of its events, each one's milestones before its award", async () => {
    const parent = await streak();
    await rung("streak", parent.id, { points: 1, milestoneTargetValue: 1 });
    await rung("streak", parent.id, { points: 2, milestoneTargetValue: 2 });
    await rule();
    await take([event("e1", { at: "2026-04-18T10:00:00Z" }), event("e2", { at: "2026-04-19T10:00:00Z" })]);
    const { data } = await getHistory(tenant.at(NOW), "ada", new URLSearchParams());
    expect(data.map(({ points, balanceAfter }) => [points, balanceAfter]).reverse()).toEqual([
      [1, 1],
      [10, 11],
      [2, 13],
      [10, 23],
    ]);
  });

  it.each([[[]], [Array.from({ length: 1001 }, (_, n) => event(`e${n}`))]])(
    "of the wrong length is refused",
    async (rows) => {
      await expect(take(rows)).rejects.toMatchObject({ code: "invalid_request" });
    },
  );

  it("gives no points beyond what can be counted, and all else of the event", async () => {
    await streak();
    const made = await rule({ points: 1_000_000_000 });
    await take(event("e0"));
    const [ada] = (await listMembers(tenant.at(NOW), new URLSearchParams())).data;
    // The balance of somebody who had a million awards of the largest kind.
    const pointsBalance = MAX_BALANCE - 10;
    await transaction(database.db, (tx) =>
      updateMember(tenant.at(NOW).scope, tx, String(ada?.["id"]), { pointsBalance }),
    );
    expect(await lines(event("e1"))).toEqual(["applied streak:applied points:balance_out_of_range"]);
    await updateRewardRule(tenant.at(NOW), { id: made.id, patch: { points: 10 } });
    expect(await lines([event("e2"), event("e3")])).toEqual([
      "applied streak:applied points:applied",
      "applied streak:applied points:balance_out_of_range",
    ]);
  });
});

describe("a failure", () => {
  it("takes the events of its member with it, and those of nobody else", async () => {
    await streak();
    await challenge();
    await rule();
    const ben = { member: { externalId: "ben" } };
    const poison = await poisonLogs(database.db);
    try {
      const rows = [event("a1"), event("b1", ben), event("poison"), event("b2", ben)];
      expect(await lines(rows)).toEqual([
        "failed",
        "applied streak:applied challenge:applied points:applied",
        "failed",
        "applied streak:applied challenge:applied points:applied",
      ]);
      expect((await takeEvents(tenant.at(NOW), [event("poison")], new URLSearchParams())).final).toBe(false);
      const lone = await Promise.allSettled([take(event("poison")), take(event("c1"))]);
      expect(lone).toMatchObject([{ reason: { code: "internal" } }, { value: [{ status: "applied" }] }]);
    } finally {
      await poison.cure();
    }
    expect(await logCount()).toBe(6);
    expect(await getBalance(tenant.at(NOW), "ada")).toMatchObject({ totalPoints: 10 });
    expect(await lines(event("poison"))).toEqual(["applied streak:applied challenge:applied points:applied"]);
  });
});
