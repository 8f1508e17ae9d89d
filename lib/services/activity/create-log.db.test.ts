import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import { createMember } from "@/lib/services/members/create-member";
import { getMember } from "@/lib/services/members/get-member";
import { listMembers } from "@/lib/services/members/list-members";
import { updateMember } from "@/lib/services/members/update-member";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { getStreakProgress } from "@/lib/services/streak-progress/get-streak-progress";
import { listStreakProgress } from "@/lib/services/streak-progress/list-streak-progress";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { createLog, createLogs } from "./create-log";

let database: Database;
let tenant: Tenant;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const NOON = "T12:00:00Z";
const NOW = "2026-04-20T12:00:00Z";

async function streak(values: object = {}) {
  tenant = await newTenant(database.db);
  return createStreak(tenant.at(NOW), {
    name: "Daily",
    description: "Every day",
    status: "live",
    aggregationMethod: "count",
    aggregationTargetValue: 1,
    completionTargetValue: 7,
    ...values,
  });
}

function rung(parent: { id: string }, target: number, values: object = {}) {
  return createMilestone(tenant.at(NOW), {
    linkedSchemaSlug: "streak",
    linkedSchemaRecordId: parent.id,
    name: `Rung ${target}`,
    description: "A rung",
    milestoneTargetValue: target,
    status: "live",
    ...values,
  });
}

function log(parent: { id: string }, day: string, values: object = {}) {
  return {
    streakId: parent.id,
    ownedBy: { externalId: "ada" },
    activityAt: day.includes("T") ? day : `${day}${NOON}`,
    activityId: "made_a_purchase",
    uniqueIdentifier: `order-${day}-${JSON.stringify(values)}`,
    ...values,
  };
}

const send = (parent: { id: string }, day: string, values: object = {}, now = NOW) =>
  createLog(tenant.at(now), "streak", log(parent, day, values));

const runs = async (now = NOW) =>
  (
    await listStreakProgress(
      tenant.at(now),
      new URLSearchParams('sortBy=[{"fieldSlug":"streakStartedAt","order":"ASC"}]'),
    )
  ).data;

describe("one log", () => {
  it("answers with the log, its progress and what it achieved", async () => {
    const parent = await streak();
    const milestone = await rung(parent, 1, { points: 5 });
    const answer = await send(parent, "2026-04-20");
    expect(answer).toMatchObject({
      streakId: parent.id,
      periodKey: "daily_2026-04-20",
      activityAt: "2026-04-20T12:00:00.000Z",
      receivedAt: "2026-04-20T12:00:00.000Z",
      progress: {
        currentProgressValue: 1,
        streakProgressStatus: "in_progress",
        taskProgress: { periodKey: "daily_2026-04-20", currentValue: 1, targetValue: 1, status: "completed" },
      },
      achievedMilestones: [{ id: milestone.id }],
      achievedMilestoneRewardLog: { milestoneId: milestone.id, periodKey: "daily_2026-04-20", state: "pending" },
    });
    expect(await getMember(tenant.at(NOW), answer.ownedById)).toMatchObject({ externalId: "ada", pointsBalance: 5 });
  });

  it("joins runs over a late log: the earlier record stays, the other answers merged, rungs between are paid once", async () => {
    const parent = await streak();
    await rung(parent, 2);
    await rung(parent, 4);
    const [a, , , d] = [
      await send(parent, "2026-04-10"),
      await send(parent, "2026-04-11"),
      await send(parent, "2026-04-13"),
      await send(parent, "2026-04-14"),
    ];
    const joined = await send(parent, "2026-04-12");
    expect(joined.progress).toMatchObject({
      currentProgressValue: 5,
      id: a?.progress?.id,
      streakProgressStatus: "broken",
    });
    expect(joined.achievedMilestones).toMatchObject([{ milestoneTargetValue: 4 }]);
    expect(joined.achievedMilestoneRewardLog).toMatchObject({ periodKey: "daily_2026-04-13" });
    await expect(getStreakProgress(tenant.at(NOW), d?.progress?.id ?? "")).rejects.toMatchObject({ code: "merged" });
    expect(await runs()).toHaveLength(1);
    const rewards = await listRewardLogs(tenant.at(NOW), new URLSearchParams());
    expect(rewards.data.map((reward) => reward["periodKey"]).sort()).toEqual([
      "daily_2026-04-11",
      "daily_2026-04-13",
      "daily_2026-04-14",
    ]);
  });

  it("cuts what a late log completes, with the instants of periods that were not touched", async () => {
    const parent = await streak({ completionTargetValue: 5 });
    for (const day of ["10", "11", "12", "14", "15", "16"]) await send(parent, `2026-04-${day}`);
    await send(parent, "2026-04-13");
    expect(await runs()).toMatchObject([
      { currentProgressValue: 5, streakProgressStatus: "completed", streakCompletedAt: "2026-04-14T12:00:00.000Z" },
      { currentProgressValue: 2, streakStartedAt: "2026-04-15T12:00:00.000Z", streakProgressStatus: "broken" },
    ]);
  });

  it("breaks a run without any sweep, and shows the attempt after it", async () => {
    const parent = await streak({ aggregationMethod: "sum", aggregationTargetValue: 10 });
    await send(parent, "2026-04-18", { activityValue: 10 });
    const little = await send(parent, "2026-04-19", { activityValue: 4.5 }, "2026-04-19T13:00:00Z");
    expect(little.progress).toBeNull();
    expect(await runs("2026-04-19T23:59:59.999Z")).toMatchObject([
      {
        currentProgressValue: 1,
        streakProgressStatus: "in_progress",
        taskProgress: { currentValue: 4.5, status: "in_progress" },
      },
    ]);
    expect(await runs("2026-04-20T00:00:00Z")).toMatchObject([
      { currentProgressValue: 1, streakProgressStatus: "broken", streakBrokenAt: "2026-04-20T00:00:00.000Z" },
      {
        currentProgressValue: 0,
        streakProgressStatus: "broken",
        taskProgress: { currentValue: 4.5, status: "missed" },
      },
    ]);
  });

  it("tells the period in the member's zone, fixed when the log is accepted", async () => {
    const parent = await streak({ timeZone: "America/New_York" });
    const member = await createMember(tenant.at(NOW), { externalId: "ada", timeZone: "Pacific/Auckland" });
    const first = await send(parent, "2026-04-10T13:00:00Z");
    await updateMember(tenant.at(NOW), { id: member.id, patch: { timeZone: null } });
    const second = await send(parent, "2026-04-10T13:00:01Z");
    expect([first.periodKey, second.periodKey]).toEqual(["daily_2026-04-11", "daily_2026-04-10"]);
    expect(second.progress).toMatchObject({ currentProgressValue: 2 });
  });

  it("pays once ever when the milestone is not repeatable", async () => {
    const parent = await streak();
    await rung(parent, 1, { repeatable: false });
    await send(parent, "2026-04-10");
    const again = await send(parent, "2026-04-15");
    expect(again.achievedMilestones).toEqual([]);
  });
});

describe("refusals write nothing", () => {
  const members = async () =>
    (await listMembers(tenant.at(NOW), new URLSearchParams("fetchTotalCount=true"))).paging.totalCount;

  it.each([
    ["an unknown parent", { streakId: "0190d0a0-0000-7000-8000-000000000000" }, "not_found"],
    ["too far ahead", { activityAt: "2026-04-20T12:05:00.001Z" }, "activity_in_future"],
    ["a member who is not live", { ownedBy: { externalId: "bo", status: "paused" } }, "member_not_live"],
    ["before the start", { activityAt: "2026-04-01T00:00:00Z" }, "outside_schedule"],
    ["at the end", { activityAt: "2026-04-20T00:00:00Z" }, "outside_schedule"],
    ["an unknown owner", { ownedBy: undefined, ownedById: "0190d0a0-0000-7000-8000-000000000000" }, "not_found"],
    ["two owners", { ownedById: "0190d0a0-0000-7000-8000-000000000000" }, "invalid_request"],
  ])("%s", async (_name, values, code) => {
    const parent = await streak({ startsAt: "2026-04-02T00:00:00Z", endsAt: "2026-04-20T00:00:00Z" });
    await expect(send(parent, "2026-04-19", values)).rejects.toMatchObject({ code });
    expect(await members()).toBe(0);
  });

  it("a repeat, whoever it names, with the id of the first", async () => {
    const parent = await streak();
    const { id } = await send(parent, "2026-04-19", { uniqueIdentifier: "one" });
    const again = send(parent, "2026-04-19", { uniqueIdentifier: "one", ownedBy: { externalId: "new" } });
    await expect(again).rejects.toMatchObject({ code: "duplicate", params: { extra: { id } } });
    expect(await members()).toBe(1);
  });

  it("a missing value where the streak sums", async () => {
    const parent = await streak({ aggregationMethod: "sum" });
    await expect(send(parent, "2026-04-19")).rejects.toMatchObject({
      code: "invalid_request",
      params: { errors: [{ pointer: "/activityValue", code: "required" }] },
    });
  });
});

describe("a batch", () => {
  it("answers each row, in order, whatever its neighbours", async () => {
    const parent = await streak();
    const rows = [
      log(parent, "2026-04-10"),
      { ...log(parent, "2026-04-11"), surprise: 1 },
      log(parent, "2026-04-10"),
      log(parent, "2026-04-11"),
    ];
    const answers = await createLogs(tenant.at(NOW), "streak", rows);
    expect(
      answers.map((answer) => ("log" in answer ? answer.log.progress?.currentProgressValue : answer.refused.code)),
    ).toEqual([1, "invalid_request", "duplicate", 2]);
  });

  it("shows the task of each row as it stood after that row", async () => {
    const parent = await streak();
    await send(parent, "2026-04-19");
    const rows = [log(parent, "2026-04-19", { uniqueIdentifier: "again" }), log(parent, "2026-04-20")];
    const answers = await createLogs(tenant.at(NOW), "streak", rows);
    const task = { periodKey: "daily_2026-04-20" };
    expect(answers).toMatchObject([
      { log: { progress: { taskProgress: { ...task, currentValue: 0, status: "in_progress" } } } },
      { log: { progress: { taskProgress: { ...task, currentValue: 1, status: "completed" } } } },
    ]);
  });

  it("adds amounts exactly, and pays every rung that one log crosses", async () => {
    tenant = await newTenant(database.db);
    const values = {
      name: "Sum",
      description: "Sum",
      status: "live",
      aggregationPeriod: "all_time",
      completionTargetValue: 0.3,
    };
    const parent = await createChallenge(tenant.at(NOW), values);
    for (const target of [0.1, 0.2, 0.3, 0.4]) await rung(parent, target, { linkedSchemaSlug: "challenge" });
    const rows = [0.1, 0.2].map((activityValue, index) => ({
      challengeId: parent.id,
      ownedBy: { externalId: "ada" },
      activityAt: "2026-04-20T12:00:00+02:00",
      activityId: "spent",
      uniqueIdentifier: `o-${index}`,
      activityValue,
    }));
    const answers = await createLogs(tenant.at(NOW), "challenge", rows);
    expect(answers).toMatchObject([
      { log: { progress: { currentProgressValue: 0.1, challengeProgressStatus: "in_progress" } } },
      {
        log: {
          progress: { currentProgressValue: 0.3, challengeProgressStatus: "completed" },
          achievedMilestones: [{ milestoneTargetValue: 0.2 }, { milestoneTargetValue: 0.3 }],
          achievedMilestone: { milestoneTargetValue: 0.3 },
        },
      },
    ]);
  });
});
