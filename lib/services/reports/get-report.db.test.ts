import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import type { MemberSet } from "@/lib/domain/member-set";
import { REWARD_STATES } from "@/lib/domain/reward-state";
import { createLogs } from "@/lib/services/activity/create-log";
import { saveCampaign } from "@/lib/services/campaigns/save-campaign";
import { deleteMember } from "@/lib/services/members/delete-member";
import { listMembers } from "@/lib/services/members/list-members";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { getReport } from "./get-report";
import { listReportMembers } from "./list-report-members";
import type { Parent } from "./read-reported";
import { funnelCsv, rewardsOverTimeCsv } from "./report-csv";

const DAY_MS = 86_400_000;
const FIRST = Date.parse("2026-04-01T22:30:00Z");
const RANGE = { from: "2026-04-02", to: "2026-04-10" };
const NOW = Date.parse("2026-04-20T12:00:00Z");

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** Who is listed behind a number of a report, by external id. */
async function listed(tenant: Tenant, parent: Parent, set: MemberSet, days = RANGE) {
  const asked = { parent, days, set };
  const { data, paging } = await listReportMembers(tenant.at(NOW), asked, new URLSearchParams("fetchTotalCount=true"));
  expect(paging.totalCount).toBe(data.length);
  return data.map((row) => String(row["externalId"])).sort();
}

/** How many reward logs there are of one milestone, or in one state, that were earned from `from` and before `to`. */
async function rewardsIn(tenant: Tenant, parentId: string, { from, to }: { from: string; to: string }, only: object) {
  const equal = Object.entries({ linkedSchemaRecordId: parentId, ...only });
  const and = [
    ...equal.map(([fieldSlug, value]) => ({ fieldSlug, operator: "eq", value })),
    { fieldSlug: "createdAt", operator: "gte", value: from },
    { fieldSlug: "createdAt", operator: "lt", value: to },
  ];
  const parameters = new URLSearchParams({ filters: JSON.stringify({ and }), limit: "1000" });
  return (await listRewardLogs(tenant.at(NOW), parameters)).data.length;
}

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
  const parent: Parent = { slug, id };
  return { tenant, parent };
}

describe.each(["streak", "challenge"] as const)("the report of a %s", (slug) => {
  it("counts members and rewards, marks the biggest drop, and each number opens its rows", async () => {
    const { tenant, parent } = await start(slug, 6);
    const report = await getReport(tenant.at(NOW), parent, RANGE);
    expect(report).toMatchObject({
      name: "Daily",
      status: "live",
      timeZone: "Europe/Berlin",
      days: RANGE,
      range: { from: "2026-04-01T22:00:00.000Z", to: "2026-04-10T22:00:00.000Z" },
      enrolled: 6,
      active: 6,
      period: "daily",
    });
    expect(report.steps.map(({ target, members, lost, biggestDrop }) => [target, members, lost, biggestDrop])).toEqual([
      [1, 6, 0, false],
      [3, 4, 2, true],
      [4, 3, 1, false],
    ]);
    const everybody = ["m0", "m1", "m2", "m3", "m4", "m5"];
    expect(await listed(tenant, parent, { of: "enrolled" })).toEqual(everybody);
    expect(await listed(tenant, parent, { of: "active" })).toEqual(everybody);
    const [first, third, fourth] = report.steps.map(({ milestoneId }) => milestoneId);
    if (!first || !third || !fourth) throw new Error("no steps");
    expect(await listed(tenant, parent, { of: "reached", milestoneId: third })).toEqual(["m2", "m3", "m4", "m5"]);
    expect(await listed(tenant, parent, { of: "missed", milestoneId: first, before: null })).toEqual([]);
    expect(await listed(tenant, parent, { of: "missed", milestoneId: third, before: first })).toEqual(["m0", "m1"]);
    expect(await listed(tenant, parent, { of: "missed", milestoneId: fourth, before: third })).toEqual(["m2"]);
    for (const { milestoneId, rewards } of report.steps)
      expect(await rewardsIn(tenant, parent.id, report.range, { milestoneId })).toBe(rewards);
    // The second day alone: who came on it, and who reached a milestone on it.
    const day = { from: "2026-04-03", to: "2026-04-03" };
    const second = await getReport(tenant.at(NOW), parent, day);
    expect([second.enrolled, second.active]).toEqual([6, 5]);
    expect(second.steps.map(({ members, lost }) => [members, lost])).toEqual([
      [0, 5],
      [0, 0],
      [0, 0],
    ]);
    expect(await listed(tenant, parent, { of: "active" }, day)).toEqual(["m1", "m2", "m3", "m4", "m5"]);
    // From the third day on: the second milestone is reached by those who reached the first one before.
    for (const days of [RANGE, day, { from: "2026-04-04", to: "2026-04-10" }]) {
      const { steps } = await getReport(tenant.at(NOW), parent, days);
      for (const [position, { milestoneId, ...step }] of steps.entries()) {
        const before = steps[position - 1]?.milestoneId ?? null;
        expect(await listed(tenant, parent, { of: "reached", milestoneId }, days)).toHaveLength(step.members);
        expect(await listed(tenant, parent, { of: "missed", milestoneId, before }, days)).toHaveLength(step.lost);
      }
    }
  });

  it("counts members who were deleted no more, as its lists do, and the rewards that are left of them", async () => {
    const { tenant, parent } = await start(slug, 3);
    const { data } = await listMembers(tenant.at(NOW), new URLSearchParams());
    const gone = data.find(({ externalId }) => externalId === "m2");
    await deleteMember(tenant.at(NOW), String(gone?.["id"]));
    const report = await getReport(tenant.at(NOW), parent, RANGE);
    expect([report.enrolled, report.active]).toEqual([2, 2]);
    expect(report.steps.map(({ members, rewards }) => [members, rewards])).toEqual([
      [2, 3],
      [0, 1],
      [0, 0],
    ]);
    expect(await listed(tenant, parent, { of: "enrolled" })).toEqual(["m0", "m1"]);
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
      REWARD_STATES.map((state) => [state, overTime.reduce((sum, { states }) => sum + states[state], 0)]),
    );
    expect(sums).toEqual({ pending: 10, issued: 1, redeemed: 1, expired: 1 });
    // Half past midnight in Berlin is the day before in UTC.
    expect(overTime[0]?.states.pending).toBe(6);
    for (const { states, ...bucket } of overTime)
      for (const [state, rewards] of Object.entries(states))
        expect(await rewardsIn(tenant, parent.id, bucket, { state })).toBe(rewards);
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
    for (const set of [null, { of: "nobody" }, { of: "reached" }, { of: "missed", milestoneId: parent.id }])
      await expect(
        listReportMembers(tenant.at(NOW), { parent, days: RANGE, set }, new URLSearchParams()),
      ).rejects.toMatchObject({ code: "invalid_request" });
    await expect(getReport(stranger.at(NOW), parent, RANGE)).rejects.toMatchObject({ code: "not_found" });
    const context = tenant.at(NOW);
    const actor = { kind: "key" as const, id: "x", scopes: ["campaigns:read"] as const };
    await expect(getReport({ ...context, actor }, parent, RANGE)).rejects.toMatchObject({ code: "forbidden" });
    const asked = { parent, days: RANGE, set: { of: "active" } };
    const list = (its: typeof context) => listReportMembers(its, asked, new URLSearchParams());
    await expect(list({ ...context, actor })).rejects.toMatchObject({ code: "forbidden" });
    await expect(list(stranger.at(NOW))).rejects.toMatchObject({ code: "not_found" });
  });
});
