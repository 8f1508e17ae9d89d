import { beforeAll, describe, expect, it } from "vitest";
import { amountFromNumber, amountFromText } from "@/lib/domain/amount";
import { periodIndexAt, periodKey } from "@/lib/domain/period";
import { ChallengeModel } from "@/lib/domain/testing/challenge-model";
import { type ModelLog, StreakModel } from "@/lib/domain/testing/streak-model";
import { challengeLog, newChallenge, newMember, newMilestone, newStreak, streakLog } from "./support/campaigns";
import { admin, type Json, type WireRecord, where } from "./support/client";
import { inParallel, Seeded, statusCounts } from "./support/concurrency";

const MEMBERS = 20;
const LOGS_EACH = 50;
const CONNECTIONS = 8;
const DAYS = 25;
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const STREAK_TARGET = 1.5;
const STREAK_RUNGS = [2, 4, 7];
const CHALLENGE_RUNGS = [5, 10, 20];
const WEEK_TARGET = 15;
const COMPLETION = 5;

interface Planned {
  member: number;
  at: number;
  value: number;
  identifier: string;
}

const api = admin();

/**
 * Twenty members' history, sent in a random order over eight connections, some of it one by one and some in batches of
 * mixed members. Order makes no difference to runs that never complete, so they must equal the model's.
 */
describe("20 members × 50 logs over 8 connections, in random order", () => {
  const seeded = new Seeded(20_260_410);
  const planned: Planned[] = Array.from({ length: MEMBERS * LOGS_EACH }, (_, n) => ({
    member: n % MEMBERS,
    at: START + seeded.below(DAYS) * DAY_MS + seeded.below(DAY_MS),
    value: (seeded.below(20) + 1) / 10,
    identifier: `event-${n}`,
  }));
  const members: WireRecord[] = [];
  let streak: WireRecord;
  let completing: WireRecord;
  let challenge: WireRecord;
  const answers: { status: number }[] = [];

  const modelLog = ({ at, value }: Planned, period: "daily" | "weekly"): ModelLog => {
    const amount = amountFromNumber(value);
    if (typeof amount !== "bigint") throw new Error(`${value} is no amount`);
    return { index: periodIndexAt(period, at, "UTC"), at, zone: "UTC", amount };
  };
  const ofMember = (member: number) => planned.filter((log) => log.member === member);
  const numberOf = (id: unknown) => members.findIndex((member) => member.id === id);

  beforeAll(async () => {
    const sums = { aggregationMethod: "sum", aggregationTargetValue: STREAK_TARGET };
    streak = await newStreak(api, sums);
    completing = await newStreak(api, { ...sums, completionTargetValue: COMPLETION });
    challenge = await newChallenge(api, { aggregationPeriod: "weekly", completionTargetValue: WEEK_TARGET });
    for (const rung of STREAK_RUNGS) await newMilestone(api, "streak", streak.id, rung, { repeatable: false });
    for (const rung of CHALLENGE_RUNGS) await newMilestone(api, "challenge", challenge.id, rung);
    for (let n = 0; n < MEMBERS; n++) members.push(await newMember(api));

    const targets = [
      { slug: "streak", body: (values: Json) => streakLog(streak.id, values) },
      { slug: "streak", body: (values: Json) => streakLog(completing.id, values) },
      { slug: "challenge", body: (values: Json) => challengeLog(challenge.id, values) },
    ];
    const requests = targets.flatMap(({ slug, body }) => {
      const queue = seeded.shuffled(planned);
      const sends: (() => Promise<void>)[] = [];
      while (queue.length > 0) {
        const rows = queue.splice(0, seeded.below(2) === 0 ? 1 : 1 + seeded.below(30)).map((log) =>
          body({
            ownedById: members[log.member]?.id,
            activityAt: new Date(log.at).toISOString(),
            activityValue: log.value,
            uniqueIdentifier: log.identifier,
          }),
        );
        const path = `/schema/${slug}_log/record`;
        if (rows.length === 1) sends.push(async () => void answers.push(await api.post(path, rows[0])));
        else
          sends.push(async () => {
            const reply = await api.post<{ data: { status: number }[] }>(`${path}/batch`, rows);
            answers.push(...(reply.status === 200 ? reply.body.data : [reply]));
          });
      }
      return sends;
    });
    await inParallel(seeded.shuffled(requests), CONNECTIONS, (send) => send());
  });

  it("accepts every log", () => {
    expect(statusCounts(answers)).toEqual({ 201: 3 * planned.length });
  });

  it("ends with the model's runs", async () => {
    const now = Date.now();
    const told = (await api.all("streak_progress", { filters: where("streakId", streak.id) })).map((run) =>
      [
        numberOf(run["ownedById"]),
        run["streakStartedAt"],
        run["currentProgressValue"],
        run["streakProgressStatus"],
        run["streakBrokenAt"],
      ].join(" "),
    );
    const rules = { period: "daily" as const, target: amountFromText(String(STREAK_TARGET)), completionTarget: 1000 };
    const expected = members.flatMap((_, member) => {
      const model = new StreakModel(rules, []);
      for (const log of ofMember(member)) model.add(modelLog(log, "daily"), now);
      return model
        .runsAt(now)
        .map((run) => [member, iso(run.startedAt), run.length, run.status, iso(run.brokenAt)].join(" "));
    });
    expect(expected.length).toBeGreaterThan(MEMBERS);
    expect(told.sort()).toEqual(expected.sort());
  });

  it("gives each member each once-only milestone that the longest run reached, and no other", async () => {
    const targets = new Map(
      (await api.all("milestone", { filters: where("linkedSchemaRecordId", streak.id) })).map((rung) => [
        rung.id,
        rung["milestoneTargetValue"],
      ]),
    );
    const told = (await api.all("reward_log", { filters: where("linkedSchemaRecordId", streak.id) })).map(
      (reward) => `${numberOf(reward["ownedById"])} ${targets.get(String(reward["milestoneId"]))}`,
    );
    const expected = members.flatMap((_, member) => {
      const longest = longestRun(ofMember(member).map((log) => modelLog(log, "daily")));
      return STREAK_RUNGS.filter((rung) => rung <= longest).map((rung) => `${member} ${rung}`);
    });
    expect(expected.length).toBeGreaterThan(MEMBERS);
    expect(told.sort()).toEqual(expected.sort());
  });

  it("ends with the model's windows, and a reward for each rung of each window", async () => {
    const rules = {
      period: "weekly" as const,
      target: amountFromText(String(WEEK_TARGET)),
      startsAt: null,
      endsAt: null,
    };
    const windows: string[] = [];
    const rewards: string[] = [];
    for (const member of members.keys()) {
      const model = new ChallengeModel(rules);
      for (const log of ofMember(member)) model.add(modelLog(log, "weekly"), []);
      for (const window of model.windowsAt(Date.now())) {
        const value = Number(window.value) / 1e6;
        windows.push(`${member} ${iso(window.startedAt)} ${value} ${window.status}`);
        for (const rung of CHALLENGE_RUNGS)
          if (value >= rung) rewards.push(`${member} ${rung} ${periodKey("weekly", window.index)}`);
      }
    }
    const targets = new Map(
      (await api.all("milestone", { filters: where("linkedSchemaRecordId", challenge.id) })).map((rung) => [
        rung.id,
        rung["milestoneTargetValue"],
      ]),
    );
    const toldWindows = (await api.all("challenge_progress", { filters: where("challengeId", challenge.id) })).map(
      (window) =>
        [
          numberOf(window["ownedById"]),
          window["challengeStartedAt"],
          window["currentProgressValue"],
          window["challengeProgressStatus"],
        ].join(" "),
    );
    const toldRewards = (await api.all("reward_log", { filters: where("linkedSchemaRecordId", challenge.id) })).map(
      (reward) =>
        `${numberOf(reward["ownedById"])} ${targets.get(String(reward["milestoneId"]))} ${reward["periodKey"]}`,
    );
    expect(toldWindows.sort()).toEqual(windows.sort());
    expect(toldRewards.sort()).toEqual(rewards.sort());
  });

  it("covers every met day by one run where runs complete, whatever the order of arrival made of them", async () => {
    const runs = await api.all<Run>("streak_progress", { filters: where("streakId", completing.id) });
    expect(runs.filter((run) => run.streakProgressStatus === "completed").length).toBeGreaterThan(MEMBERS);
    for (const [member, { id }] of members.entries()) {
      const own = runs.filter((run) => run.ownedById === id && run.currentProgressValue > 0);
      const covered = own.flatMap(({ streakStartedAt, currentProgressValue }) => {
        const first = periodIndexAt("daily", Date.parse(streakStartedAt), "UTC");
        return Array.from({ length: currentProgressValue }, (_, n) => first + n);
      });
      const met = metDays(ofMember(member).map((log) => modelLog(log, "daily")));
      expect(covered.sort((a, b) => a - b)).toEqual(met);
      for (const run of own)
        expect(run.streakProgressStatus === "completed").toBe(run.currentProgressValue === COMPLETION);
    }
  });
});

interface Run {
  ownedById: string;
  streakStartedAt: string;
  currentProgressValue: number;
  streakProgressStatus: string;
}

function metDays(logs: ModelLog[]): number[] {
  const sums = new Map<number, bigint>();
  for (const { index, amount } of logs) sums.set(index, (sums.get(index) ?? 0n) + amount);
  const target = amountFromText(String(STREAK_TARGET));
  return [...sums].flatMap(([index, sum]) => (sum >= target ? [index] : [])).sort((a, b) => a - b);
}

function longestRun(logs: ModelLog[]): number {
  const met = new Set(metDays(logs));
  const lengthFrom = (index: number): number => (met.has(index) ? 1 + lengthFrom(index + 1) : 0);
  return Math.max(0, ...[...met].map(lengthFrom));
}

function iso(at: number | null): string {
  return at === null ? "" : new Date(at).toISOString();
}
