import { beforeAll, describe, expect, it } from "vitest";
import { challengeLog, newChallenge, newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, type Json, type Reply, where } from "./support/client";
import { inParallel, Seeded } from "./support/concurrency";

const MEMBERS = 8;
const ROUNDS = 400;
const CONNECTIONS = 16;
const DAYS = 12;
/** Days of a streak in a row, and logs of a challenge, that give points. */
const STREAK_POINTS: Record<number, number> = { 2: 5, 4: 11 };
const CHALLENGE_POINTS: Record<number, number> = { 3: 7, 10: 13 };

const api = admin();
const seeded = new Seeded(20_261_126);
const RULES = { earn: 10, spend: -25 };
type Rule = keyof typeof RULES;

interface Entry extends Json {
  ledgerId: string;
  eventType: string;
  points: number;
  balanceAfter: number;
  reference: string | null;
}

interface Planned {
  member: number;
  /** The awards' reference: so few that many repeat, also for another member. */
  award: { rule: Rule; reference: string | null } | null;
  day: number;
}

const planned: Planned[] = Array.from({ length: ROUNDS }, () => ({
  member: seeded.below(MEMBERS),
  award:
    seeded.below(3) === 0
      ? null
      : {
          rule: seeded.pick(["earn", "earn", "spend"] as const),
          reference: seeded.below(3) === 0 ? null : `r${seeded.below(60)}`,
        },
  day: seeded.below(DAYS),
}));

/** Awards, repeated ones too, and logs of the same members, at random over many connections. */
describe(`${ROUNDS} awards and activities of ${MEMBERS} members at once`, () => {
  const eventTypes = { earn: unique("earn"), spend: unique("spend") };
  const userIds = Array.from({ length: MEMBERS }, (_, n) => unique(`user-${n}`));
  const awarded: { member: number; rule: Rule; reference: string | null; ledgerId: string }[] = [];
  const refused: { rule: Rule; reference: string | null }[] = [];
  /** Entries as they were seen on the way, which must be there in the end as they were. */
  const seen: Entry[] = [];
  const histories: Entry[][] = [];
  let streakId: string;
  let challengeId: string;

  const historyOf = async (userId: string): Promise<Entry[]> => {
    const reply = await api.get<{ data: Entry[] }>(`/v1/users/${userId}/history`, { query: { limit: 1000 } });
    return reply.status === 200 ? reply.body.data : [];
  };

  async function sendAward(member: number, { rule, reference }: NonNullable<Planned["award"]>): Promise<void> {
    const body = { userId: userIds[member], eventType: eventTypes[rule], ...(reference ? { reference } : {}) };
    const reply: Reply<{ data: { ledgerId: string } }> = await api.post("/v1/points/award", body);
    if (reply.status === 409) refused.push({ rule, reference });
    else if (reply.status === 200) awarded.push({ member, rule, reference, ledgerId: reply.body.data.ledgerId });
    else throw new Error(`an award was answered ${reply.status}: ${JSON.stringify(reply.body)}`);
  }

  async function sendLogs({ member, day }: Planned): Promise<void> {
    const activityAt = new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString();
    const values = { ownedBy: { externalId: userIds[member] }, activityAt };
    const replies = await Promise.all([
      api.post("/schema/streak_log/record", streakLog(streakId, values)),
      api.post("/schema/challenge_log/record", challengeLog(challengeId, values)),
    ]);
    for (const { status } of replies) expect(status).toBe(201);
  }

  beforeAll(async () => {
    for (const rule of ["earn", "spend"] as const)
      await api.create("reward_rule", { eventType: eventTypes[rule], points: RULES[rule] });
    streakId = (await newStreak(api)).id;
    challengeId = (await newChallenge(api, { aggregationMethod: "count", completionTargetValue: 1000 })).id;
    for (const [target, points] of Object.entries(STREAK_POINTS))
      await newMilestone(api, "streak", streakId, Number(target), { points, repeatable: false });
    for (const [target, points] of Object.entries(CHALLENGE_POINTS))
      await newMilestone(api, "challenge", challengeId, Number(target), { points });
    await inParallel(planned, CONNECTIONS, async (round, position) => {
      if (round.award) await sendAward(round.member, round.award);
      else await sendLogs(round);
      if (position % 20 === 0) seen.push(...(await historyOf(userIds[round.member] ?? "")));
    });
    for (const userId of userIds) histories.push(await historyOf(userId));
  });

  it("keep each balance the sum of its entries, and each entry's the sum up to it", async () => {
    for (const [member, userId] of userIds.entries()) {
      let balance = 0;
      for (const entry of (histories[member] ?? []).toReversed()) {
        balance += entry.points;
        expect(entry.balanceAfter).toBe(balance);
      }
      const told = await api.get<{ data: Json }>(`/v1/users/${userId}/balance`);
      expect(told.body.data["totalPoints"]).toBe(balance);
      const { data } = await api.list("member", { filters: where("externalId", userId) });
      expect(data).toMatchObject([{ pointsBalance: balance }]);
    }
  });

  it("only ever add entries", () => {
    const atTheEnd = new Map(histories.flat().map((entry) => [entry.ledgerId, entry]));
    expect(seen.length).toBeGreaterThan(20);
    for (const entry of seen) expect(atTheEnd.get(entry.ledgerId)).toEqual(entry);
  });

  it("award each reference once per event type, and each award without one", () => {
    const keyOf = ({ rule, reference }: { rule: Rule; reference: string | null }) => `${rule} ${reference}`;
    const references = awarded.filter(({ reference }) => reference !== null).map(keyOf);
    expect(new Set(references).size).toBe(references.length);
    expect(refused.length).toBeGreaterThan(20);
    for (const repeat of refused) expect(references).toContain(keyOf(repeat));
    const asked = planned.flatMap(({ award }) => award ?? []);
    expect(new Set(references)).toEqual(new Set(asked.filter(({ reference }) => reference !== null).map(keyOf)));

    const told = histories.flatMap((entries, member) =>
      entries
        .filter(({ eventType }) => eventType !== "milestone_achieved")
        .map(({ ledgerId }) => `${member} ${ledgerId}`),
    );
    expect(told.sort()).toEqual(awarded.map(({ member, ledgerId }) => `${member} ${ledgerId}`).sort());
    for (const { member, ledgerId, rule, reference } of awarded)
      expect(histories[member]?.find((entry) => entry.ledgerId === ledgerId)).toMatchObject({
        eventType: eventTypes[rule],
        points: RULES[rule],
        reference,
      });
  });

  it("give a milestone's points once for each of its rewards, and as the model says", async () => {
    const rewards = [
      ...(await api.all("reward_log", { filters: where("linkedSchemaRecordId", streakId) })),
      ...(await api.all("reward_log", { filters: where("linkedSchemaRecordId", challengeId) })),
    ];
    const entries = histories.map((all) => all.filter(({ eventType }) => eventType === "milestone_achieved"));
    expect(
      entries
        .flat()
        .map(({ reference }) => reference)
        .sort(),
    ).toEqual(rewards.map(({ id }) => id).sort());
    const expected = userIds.map((_, member) => {
      const days = planned.filter((round) => round.member === member && !round.award).map(({ day }) => day);
      const reached = (rungs: Record<number, number>, value: number) =>
        Object.entries(rungs).flatMap(([target, points]) => (Number(target) <= value ? [points] : []));
      return [...reached(STREAK_POINTS, longestRun(days)), ...reached(CHALLENGE_POINTS, days.length)].sort();
    });
    expect(expected.flat().length).toBeGreaterThan(MEMBERS);
    expect(entries.map((own) => own.map(({ points }) => points).sort())).toEqual(expected);
  });
});

/** Days in a row with at least one log: what the streak reaches, whatever the order in which they arrive. */
function longestRun(days: number[]): number {
  const met = new Set(days);
  const lengthFrom = (day: number): number => (met.has(day) ? 1 + lengthFrom(day + 1) : 0);
  return Math.max(0, ...days.map(lengthFrom));
}
