import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { REWARD_STATES } from "@/lib/domain/reward-state";
import { createLogs } from "@/lib/services/activity/create-log";
import { saveCampaign } from "@/lib/services/campaigns/save-campaign";
import { listChallengeLogs } from "@/lib/services/challenge-logs/list-challenge-logs";
import { listChallengeProgress } from "@/lib/services/challenge-progress/list-challenge-progress";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { listStreakLogs } from "@/lib/services/streak-logs/list-streak-logs";
import { listStreakProgress } from "@/lib/services/streak-progress/list-streak-progress";
import { getReport } from "./get-report";
import { funnelCsv, rewardsOverTimeCsv } from "./report-csv";
import type { Rows } from "./rows-behind";

const DAY_MS = 86_400_000;
const FIRST = Date.parse("2026-04-01T22:30:00Z");
const RANGE = { from: "2026-04-02", to: "2026-04-10" };
const NOW = Date.parse("2026-04-20T12:00:00Z");

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const LISTS = {
  reward_log: listRewardLogs,
  streak_log: listStreakLogs,
  challenge_log: listChallengeLogs,
  streak_progress: listStreakProgress,
  challenge_progress: listChallengeProgress,
};

/** The rows behind a number, by the list that it names. */
async function open(tenant: Tenant, { slug, filters }: Rows) {
  const parameters = new URLSearchParams({ filters: JSON.stringify(filters), limit: "1000" });
  return (await LISTS[slug](tenant.at(NOW), parameters)).data;
}

const membersIn = (rows: Awaited<ReturnType<typeof open>>) => new Set(rows.map((row) => row["ownedById"])).size;

/** Member `m0` comes on one day, `m1` on two, and so on; milestones after 1, 3 and 4 days. */
async function start(slug: "streak" | "challenge", members: number) {
  const tenant = await newTenant(database.db, { timeZone: "Europe/Berlin" });
  const rule = {
    aggregationMethod: "count",
    completionTargetValue: 7,
    name: "Daily",
    description: "D",
    status: "live",
  };
  const { id } = await saveCampaign(tenant.at(FIRST), {
    slug,
    id: null,
    values: slug === "streak" ? { ...rule, aggregationTargetValue: 1 } : { ...rule, aggregationPeriod: "all_time" },
    milestones: [1, 3, 4].map((target) => ({
      values: { name: `=${target}`, description: "D", milestoneTargetValue: target, status: "live" },
    })),
  });
  for (let day = 0; day < members; day++) {
    const at = FIRST + day * DAY_MS;
    const logs = Array.from({ length: members - day }, (_, position) => ({
      [`${slug}Id`]: id,
      ownedBy: { externalId: `m${position + day}` },
      activityAt: new Date(at).toISOString(),
      activityId: "a",
      uniqueIdentifier: `${position} ${day}`,
    }));
    await createLogs(tenant.at(at), slug, logs);
  }
  return { tenant, parent: { slug, id } };
}

describe.each(["streak", "challenge"] as const)("the report of a %s", (slug) => {
  it("counts members and rewards, marks the biggest drop, and each number opens its rows", async () => {
    const { tenant, parent } = await start(slug, 6);
    const report = await getReport(tenant.at(NOW), parent, RANGE);
    expect(report).toMatchObject({
      timeZone: "Europe/Berlin",
      range: { from: "2026-04-01T22:00:00.000Z", to: "2026-04-10T22:00:00.000Z" },
      enrolled: { members: 6 },
      active: { members: 6 },
      period: "daily",
    });
    expect(report.steps.map(({ target, members, lost, biggestDrop }) => [target, members, lost, biggestDrop])).toEqual([
      [1, 6, 0, false],
      [3, 4, 2, true],
      [4, 3, 1, false],
    ]);
    expect(membersIn(await open(tenant, report.enrolled.rows))).toBe(6);
    expect(membersIn(await open(tenant, report.active.rows))).toBe(6);
    for (const step of report.steps) {
      const rows = await open(tenant, step.rows);
      expect([rows.length, membersIn(rows)]).toEqual([step.rewards, step.members]);
    }
    // The second day alone: who came on it, and who reached a milestone on it.
    const second = await getReport(tenant.at(NOW), parent, { from: "2026-04-03", to: "2026-04-03" });
    expect([second.enrolled.members, second.active.members]).toEqual([6, 5]);
    expect(second.steps.map(({ members }) => members)).toEqual([0, 0, 0]);
  });

  it("tells what has become of rewards by the local day on which they were earned", async () => {
    const { tenant, parent } = await start(slug, 6);
    const { data } = await listRewardLogs(tenant.at(NOW), new URLSearchParams({ limit: "1000" }));
    const [first, second, third] = data.map(({ id }) => String(id));
    const issued = { couponCode: "A", rewardIssuedAt: new Date(NOW - DAY_MS).toISOString() };
    await updateRewardLog(tenant.at(NOW), { id: first ?? "", patch: issued });
    const redeemed = { ...issued, rewardRedeemedAt: new Date(NOW).toISOString() };
    await updateRewardLog(tenant.at(NOW), { id: second ?? "", patch: redeemed });
    const expired = { ...issued, rewardExpiryAt: new Date(NOW - 1).toISOString() };
    await updateRewardLog(tenant.at(NOW), { id: third ?? "", patch: expired });

    const { overTime } = await getReport(tenant.at(NOW), parent, RANGE);
    expect(overTime.map(({ key }) => key).slice(0, 2)).toEqual(["daily_2026-04-02", "daily_2026-04-03"]);
    const sums = Object.fromEntries(
      REWARD_STATES.map((state) => [state, overTime.reduce((sum, { states }) => sum + states[state].rewards, 0)]),
    );
    expect(sums).toEqual({ pending: 10, issued: 1, redeemed: 1, expired: 1 });
    // Half past midnight in Berlin is the day before in UTC.
    expect(overTime[0]?.states.pending.rewards).toBe(6);
    for (const { states } of overTime)
      for (const { rewards, rows } of Object.values(states)) expect(await open(tenant, rows)).toHaveLength(rewards);
  });
});

describe("a report", () => {
  it("has its tables as CSV, with formulas disarmed", async () => {
    const { tenant, parent } = await start("streak", 2);
    const report = await getReport(tenant.at(NOW), parent, RANGE);
    expect(funnelCsv(report).split("\r\n").slice(0, 3)).toEqual([
      "\uFEFFmilestone,target,members,lost,rewards,biggestDrop",
      ",0,2,0,,",
      "'=1,1,2,0,2,",
    ]);
    expect(rewardsOverTimeCsv(report).split("\r\n")[1]).toBe(
      "daily_2026-04-02,2026-04-01T22:00:00.000Z,2026-04-02T22:00:00.000Z,2,0,0,0",
    );
  });

  it("refuses a range that is none, a stranger's parent, and who may not read rewards", async () => {
    const { tenant, parent } = await start("streak", 1);
    const stranger = await newTenant(database.db);
    for (const range of [{ from: "2026-04-02", to: "2026-04-01" }, { from: "2026-04-02" }, { from: "x", to: "y" }])
      await expect(getReport(tenant.at(NOW), parent, range)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(getReport(stranger.at(NOW), parent, RANGE)).rejects.toMatchObject({ code: "not_found" });
    const context = tenant.at(NOW);
    const actor = { kind: "key" as const, id: "x", scopes: ["campaigns:read"] as const };
    await expect(getReport({ ...context, actor }, parent, RANGE)).rejects.toMatchObject({ code: "forbidden" });
  });
});
