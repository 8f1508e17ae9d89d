import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { counting } from "@/db/testing/counting";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { createLog } from "@/lib/services/activity/create-log";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { getChallengeTimeline } from "./get-challenge-timeline";
import { getStreakTimeline } from "./get-streak-timeline";

const START = "2026-04-01T00:00:00Z";

let database: Database;
let tenant: Tenant;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  tenant = await newTenant(database.db);
});

const streak = (values: object = {}) =>
  createStreak(tenant.at(START), {
    name: "Daily",
    description: "d",
    status: "live",
    aggregationTargetValue: 10,
    completionTargetValue: 100,
    timeZone: "Asia/Tokyo",
    ...values,
  });
const challenge = (values: object = {}) =>
  createChallenge(tenant.at(START), {
    name: "Weekly",
    description: "d",
    status: "live",
    aggregationPeriod: "weekly",
    completionTargetValue: 10,
    ...values,
  });
const rung = (slug: string, id: string, milestoneTargetValue: number) =>
  createMilestone(tenant.at(START), {
    linkedSchemaSlug: slug,
    linkedSchemaRecordId: id,
    name: "Rung",
    description: "Of the marketer",
    milestoneTargetValue,
    points: 5,
    status: "live",
    eudTitle: "Day two",
    translations: { de: { eudTitle: "Tag zwei" } },
  });

let made = 0;
/** A log of Ada's, received at once unless told otherwise. */
async function log(slug: "streak" | "challenge", id: string, at: string, activityValue: number, received = at) {
  return createLog(tenant.at(received), slug, {
    [`${slug}Id`]: id,
    ownedBy: { externalId: "ada" },
    activityAt: at,
    activityId: "made_a_purchase",
    activityValue,
    uniqueIdentifier: `order-${made++}`,
    metadata: { secret: "of the shop" },
  });
}

const story = (id: unknown, now: string, query = "", context = tenant.at(now)) =>
  getStreakTimeline(context, String(id), new URLSearchParams(query));

const asMember = (now: string, memberId: string | null): ServiceContext => ({
  ...tenant.at(now),
  actor: { kind: "member", externalId: "ada", memberId },
});

describe("the timeline of a run", () => {
  it("says why it broke: the missed local day, its zone, and what was logged on it", async () => {
    const parent = await streak();
    const milestone = await rung("streak", parent.id, 2);
    const first = await log("streak", parent.id, "2026-04-08T03:00:00Z", 10);
    await log("streak", parent.id, "2026-04-09T03:00:00Z", 4);
    // Of the 9th in Tokyo, which ended at 15:00 UTC.
    const late = await log("streak", parent.id, "2026-04-09T14:00:00Z", 7, "2026-04-09T15:00:00Z");
    await log("streak", parent.id, "2026-04-10T03:00:00Z", 9.5);
    const told = await story(first.progress?.id, "2026-04-12T00:00:00Z");
    expect(told).toMatchObject({
      progress: { id: first.progress?.id, streakProgressStatus: "broken", currentProgressValue: 2 },
      brokenBy: {
        cause: "missed_period",
        brokenAt: "2026-04-10T15:00:00.000Z",
        missedPeriod: {
          periodKey: "daily_2026-04-10",
          firstDay: "2026-04-10",
          lastDay: "2026-04-10",
          timeZone: "Asia/Tokyo",
          value: 9.5,
          targetValue: 10,
        },
        nextRun: null,
      },
      paging: { limit: 20, nextCursor: null },
    });
    expect(told.data).toMatchObject([
      {
        periodKey: "daily_2026-04-10",
        timeZone: "Asia/Tokyo",
        periodStartAt: "2026-04-09T15:00:00.000Z",
        periodEndAt: "2026-04-10T15:00:00.000Z",
        value: 9.5,
        targetValue: 10,
        status: "missed",
        metAt: null,
        missedAt: "2026-04-10T15:00:00.000Z",
        logCount: 1,
        lateLogCount: 0,
        rewards: [],
      },
      {
        periodKey: "daily_2026-04-09",
        value: 11,
        status: "completed",
        metAt: "2026-04-09T14:00:00.000Z",
        missedAt: null,
        logCount: 2,
        lateLogCount: 1,
        logs: [
          { id: late.id, activityAt: "2026-04-09T14:00:00.000Z", receivedAt: "2026-04-09T15:00:00.000Z", late: true },
          { activityAt: "2026-04-09T03:00:00.000Z", activityValue: 4, late: false, timeZone: "Asia/Tokyo" },
        ],
        rewards: [
          {
            rewardLogId: late.achievedMilestoneRewardLog?.id,
            milestoneId: milestone.id,
            milestoneTargetValue: 2,
            state: "pending",
            earnedAt: "2026-04-09T15:00:00.000Z",
            milestone: { name: "Rung", points: 5 },
          },
        ],
      },
      { periodKey: "daily_2026-04-08", value: 10, status: "completed", logCount: 1 },
    ]);
  });

  it("shows the period of now while it is in progress", async () => {
    const parent = await streak();
    const first = await log("streak", parent.id, "2026-04-08T03:00:00Z", 10);
    const { data, brokenBy } = await story(first.progress?.id, "2026-04-09T14:59:59Z");
    expect(brokenBy).toBeNull();
    expect(data).toMatchObject([
      { periodKey: "daily_2026-04-09", value: 0, status: "in_progress", logCount: 0, logs: [], missedAt: null },
      { periodKey: "daily_2026-04-08", status: "completed" },
    ]);
  });

  it("says what a run in progress needs next, and by when", async () => {
    const parent = await streak({ completionTargetValue: 3 });
    const first = await log("streak", parent.id, "2026-04-08T03:00:00Z", 10);
    const needed = async (now: string) => (await story(first.progress?.id, now, "limit=1")).neededNext;
    const ninth = { periodKey: "daily_2026-04-09", firstDay: "2026-04-09", timeZone: "Asia/Tokyo", targetValue: 10 };
    // The 8th is met, so that the 9th is needed, while it is the 8th and later.
    for (const now of ["2026-04-08T04:00:00Z", "2026-04-09T01:00:00Z"])
      expect(await needed(now)).toMatchObject({ ...ninth, value: 0, dueAt: "2026-04-09T15:00:00.000Z" });
    await log("streak", parent.id, "2026-04-09T02:00:00Z", 4);
    expect(await needed("2026-04-09T03:00:00Z")).toMatchObject({ ...ninth, value: 4 });
    await log("streak", parent.id, "2026-04-09T03:00:00Z", 6);
    expect(await needed("2026-04-09T04:00:00Z")).toMatchObject({
      periodKey: "daily_2026-04-10",
      value: 0,
      dueAt: "2026-04-10T15:00:00.000Z",
    });
    expect(await needed("2026-04-11T00:00:00Z")).toBeNull();
    await log("streak", parent.id, "2026-04-10T03:00:00Z", 10);
    expect(await needed("2026-04-10T04:00:00Z")).toBeNull();
  });

  it("names the next run where a completed one stands in the way", async () => {
    const parent = await streak({ completionTargetValue: 2, timeZone: null });
    await log("streak", parent.id, "2026-04-09T12:00:00Z", 10);
    await log("streak", parent.id, "2026-04-10T12:00:00Z", 10);
    const before = await log("streak", parent.id, "2026-04-08T12:00:00Z", 10, "2026-04-10T13:00:00Z");
    const { data, brokenBy } = await story(before.progress?.id, "2026-04-10T13:00:00Z");
    expect(data.map(({ periodKey }) => periodKey)).toEqual(["daily_2026-04-08"]);
    expect(brokenBy).toMatchObject({
      cause: "next_run",
      brokenAt: "2026-04-09T12:00:00.000Z",
      missedPeriod: null,
      nextRun: { periodKey: "daily_2026-04-09", startedAt: "2026-04-09T12:00:00.000Z" },
    });
  });

  it("goes on page by page, the latest period first", async () => {
    const parent = await streak({ timeZone: null });
    let id: unknown;
    for (const day of ["05", "06", "07", "08", "09"])
      id = (await log("streak", parent.id, `2026-04-${day}T12:00:00Z`, 10)).progress?.id;
    const now = "2026-04-20T00:00:00Z";
    const whole = await story(id, now);
    for (const limit of [1, 2, 4, 6]) {
      const paged = [];
      let query = `limit=${limit}`;
      for (;;) {
        const { data, paging, brokenBy } = await story(id, now, query);
        expect(brokenBy).toEqual(whole.brokenBy);
        expect(data.length).toBeLessThanOrEqual(limit);
        paged.push(...data);
        if (paging.nextCursor === null) break;
        query = `limit=${limit}&startingAfter=${encodeURIComponent(paging.nextCursor)}`;
      }
      expect(paged).toEqual(whole.data);
    }
    expect(whole.data).toHaveLength(6);
  });

  it("asks as many statements for one period as for all", async () => {
    const parent = await streak({ timeZone: null });
    await rung("streak", parent.id, 1);
    let id: unknown;
    for (const day of ["05", "06", "07", "08", "09"])
      id = (await log("streak", parent.id, `2026-04-${day}T12:00:00Z`, 10)).progress?.id;
    const now = "2026-04-20T00:00:00Z";
    const statements = async (limit: number) => {
      const counted = counting(database.db);
      const { data } = await story(id, now, `limit=${limit}`, { ...tenant.at(now), db: counted.db });
      expect(data).toHaveLength(Math.min(limit, 6));
      return counted.count();
    };
    // The run, its tasks, its logs, its rewards.
    expect([await statements(1), await statements(100)]).toEqual([4, 4]);
  });

  it("shows the 20 latest logs of a period, and counts them all", async () => {
    const parent = await streak({ timeZone: null });
    let id: unknown;
    for (let n = 0; n < 23; n++)
      id = (await log("streak", parent.id, `2026-04-10T12:00:${String(n).padStart(2, "0")}Z`, 10)).progress?.id;
    const { data } = await story(id, "2026-04-10T13:00:00Z");
    expect(data[0]).toMatchObject({ logCount: 23, logCountIsCapped: false, value: 230 });
    expect(data[0]?.logs.map(({ activityAt }) => activityAt.slice(17, 19))).toEqual(
      Array.from({ length: 20 }, (_, n) => String(22 - n).padStart(2, "0")),
    );
  });

  it("shows a member the member's own, without what is the marketer's or the shop's", async () => {
    const parent = await streak({ timeZone: null });
    await rung("streak", parent.id, 1);
    const made_ = await log("streak", parent.id, "2026-04-10T12:00:00Z", 10);
    const { progress, ownedById, achievedMilestoneRewardLog } = made_;
    const now = "2026-04-10T13:00:00Z";
    const id = achievedMilestoneRewardLog?.id ?? "";
    await updateRewardLog(tenant.at(now), { id, patch: { couponCode: "HUSH-1" } });
    const own = await story(progress?.id, now, "languageCode=de", asMember(now, ownedById));
    const at = "2026-04-10T12:00:00.000Z";
    expect(own.data[0]?.logs).toEqual([{ activityAt: at, receivedAt: at, activityValue: 10, late: false }]);
    expect(own.data[0]?.rewards[0]).toMatchObject({ state: "issued", milestone: { eudTitle: "Tag zwei" } });
    expect(JSON.stringify(own)).not.toMatch(/marketer|secret|Rung|HUSH/);
    expect(JSON.stringify(await story(progress?.id, now))).not.toMatch(/secret|HUSH/);
    for (const other of ["0190d0a0-0000-7000-8000-000000000000", null])
      await expect(story(progress?.id, now, "", asMember(now, other))).rejects.toMatchObject({ code: "not_found" });
  });

  it("is not found of what is not there, merged of what was, and refused without members:read", async () => {
    const parent = await streak({ timeZone: null });
    const first = await log("streak", parent.id, "2026-04-08T12:00:00Z", 10);
    const later = await log("streak", parent.id, "2026-04-10T12:00:00Z", 10);
    await log("streak", parent.id, "2026-04-09T12:00:00Z", 10, "2026-04-10T12:00:00Z");
    const now = "2026-04-10T13:00:00Z";
    await expect(story(later.progress?.id, now)).rejects.toMatchObject({ code: "merged" });
    await expect(story(parent.id, now)).rejects.toMatchObject({ code: "not_found" });
    const foreign = (await newTenant(database.db)).at(now);
    await expect(story(first.progress?.id, now, "", foreign)).rejects.toMatchObject({ code: "not_found" });
    const key = { kind: "key" as const, id: "k", scopes: ["rewards:read" as const] };
    const narrow = story(first.progress?.id, now, "", { ...tenant.at(now), actor: key });
    await expect(narrow).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each(["limit=0", "limit=101", "startingAfter=x", "offset=1"])("refuses %s", async (query) => {
    const parent = await streak({ timeZone: null });
    const { progress } = await log("streak", parent.id, "2026-04-08T12:00:00Z", 10);
    await expect(story(progress?.id, "2026-04-08T13:00:00Z", query)).rejects.toMatchObject({ code: "invalid_request" });
  });
});

describe("the timeline of a window", () => {
  it("tells the window and those of the member before it", async () => {
    const parent = await challenge();
    const milestone = await rung("challenge", parent.id, 5);
    await log("challenge", parent.id, "2026-04-01T12:00:00Z", 12);
    const { progress } = await log("challenge", parent.id, "2026-04-08T12:00:00Z", 4);
    const late = await log("challenge", parent.id, "2026-04-12T12:00:00Z", 2, "2026-04-14T00:00:00Z");
    await log("challenge", parent.id, "2026-04-14T12:00:00Z", 1);
    const read = (query: string) =>
      getChallengeTimeline(tenant.at("2026-04-20T00:00:00Z"), String(progress?.id), new URLSearchParams(query));
    const { data, progress: told, paging } = await read("limit=1");
    expect(told).toMatchObject({ id: progress?.id, challengeProgressStatus: "failed", currentProgressValue: 6 });
    expect(data).toMatchObject([
      {
        periodKey: "weekly_2026-15",
        firstDay: "2026-04-06",
        lastDay: "2026-04-12",
        timeZone: "UTC",
        value: 6,
        targetValue: 10,
        status: "missed",
        missedAt: "2026-04-13T00:00:00.000Z",
        logCount: 2,
        lateLogCount: 1,
        logs: [
          { id: late.id, late: true },
          { activityValue: 4, late: false },
        ],
        rewards: [{ milestoneId: milestone.id, milestoneTargetValue: 5 }],
      },
    ]);
    const next = await read(`limit=1&startingAfter=${paging.nextCursor}`);
    expect(next.data).toMatchObject([
      { periodKey: "weekly_2026-14", value: 12, status: "completed", metAt: "2026-04-01T12:00:00.000Z" },
    ]);
    expect(next.paging.nextCursor).toBeNull();
  });

  it("of all time is open", async () => {
    const parent = await challenge({ aggregationPeriod: "all_time" });
    const { progress } = await log("challenge", parent.id, "2026-04-01T12:00:00Z", 2);
    const context = tenant.at("2026-04-20T00:00:00Z");
    const { data } = await getChallengeTimeline(context, String(progress?.id), new URLSearchParams());
    const open = { firstDay: null, periodStartAt: null, periodEndAt: null };
    expect(data).toMatchObject([{ periodKey: "all_time", ...open, status: "in_progress", logCount: 1 }]);
  });
});
