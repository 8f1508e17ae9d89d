import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createLogs } from "@/lib/services/activity/create-log";
import { createChallenge } from "@/lib/services/challenges/create-challenge";
import type { ServiceContext } from "@/lib/services/context";
import { createMilestone } from "@/lib/services/milestones/create-milestone";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { updateStreak } from "@/lib/services/streaks/update-streak";
import { celebrateRewards } from "./celebrate-rewards";
import { memberWidget, widgetFor } from "./testing/widget-for";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const DAY = "2026-04-10T12:00:00Z";
const LATER = "2026-04-20T12:00:00Z";
const COUNTED = { status: "live", aggregationMethod: "count", name: "internal", description: "internal" };

/** A tenant with one streak, whose milestones are given by target and title, and a way to log a member's activity. */
async function newCampaign(values: object = {}, milestones: object[] = [], slug: "streak" | "challenge" = "streak") {
  const tenant = await newTenant(database.db, { timeZone: "Asia/Kathmandu", defaultLanguage: "de" });
  const at = (now: string) => tenant.at(now);
  const create = slug === "streak" ? createStreak : createChallenge;
  const base =
    slug === "streak" ? { aggregationTargetValue: 1, completionTargetValue: 9 } : { completionTargetValue: 9 };
  const { id } = await create(at(DAY), { ...COUNTED, ...base, ...values });
  for (const milestone of milestones)
    await createMilestone(at(DAY), {
      ...COUNTED_MILESTONE,
      linkedSchemaSlug: slug,
      linkedSchemaRecordId: id,
      ...milestone,
    });
  let orders = 0;
  const log = (activityAt: string, externalId = "ada", member: object = {}) =>
    createLogs(at(activityAt), slug, [
      {
        [`${slug}Id`]: id,
        ownedBy: { externalId, ...member },
        activityAt,
        activityId: "visit",
        uniqueIdentifier: String(orders++),
      },
    ]);
  return { tenant, at, id, log };
}
const COUNTED_MILESTONE = { name: "internal", description: "internal", status: "live", milestoneTargetValue: 1 };

/** The one streak that a member sees. */
async function streakOf(context: ServiceContext, externalId = "ada") {
  const { campaigns } = await memberWidget(context, externalId);
  const [streak] = campaigns;
  if (streak?.slug !== "streak" || !streak.progress) throw new Error("no streak");
  return { ...streak, progress: streak.progress };
}

describe("rewards", () => {
  async function earn(titles: string[]) {
    const milestones = titles.map((eudMilestoneRewardTitle) => ({ eudMilestoneRewardTitle }));
    const { tenant, at, log } = await newCampaign({}, milestones);
    await log(DAY, "ada", { languageCode: "ar" });
    const { data } = await listRewardLogs(at(DAY), new URLSearchParams());
    const rewards = data as { id: string; ownedById: string; milestone: { eudMilestoneRewardTitle: string } }[];
    const idOf = (title: string) =>
      rewards.find(({ milestone }) => milestone.eudMilestoneRewardTitle === title)?.id ?? "";
    const set = (title: string, patch: object) => updateRewardLog(at(DAY), { id: idOf(title), patch });
    const memberId = rewards[0]?.ownedById ?? null;
    const member: ServiceContext = { ...tenant.at(LATER), actor: { kind: "member", externalId: "ada", memberId } };
    return { tenant, at, set, idOf, member };
  }

  test("show their states, usable ones first, in the member's language and the program's zone", async () => {
    const { at, set } = await earn(["redeemed", "expired", "pending", "issued"]);
    await set("redeemed", { couponCode: "R" });
    await set("redeemed", { rewardRedeemedAt: "2026-04-11T00:00:00Z" });
    await set("expired", { couponCode: "E", rewardExpiryAt: "2026-04-12T00:00:00Z" });
    await set("issued", { couponCode: "I", rewardExpiryAt: "2026-04-21T11:00:00Z" });

    const view = await memberWidget(at(LATER), "ada", "en-GB");
    expect(view).toMatchObject({
      programName: "Test",
      languages: ["en-GB", null, "ar", "de"],
      timeZone: "Asia/Kathmandu",
    });
    expect(view.rewards.map(({ title, state, code, soon }) => [title?.text, state, code, soon])).toEqual([
      ["issued", "issued", "I", true],
      ["pending", "pending", null, false],
      ["redeemed", "redeemed", "R", false],
      ["expired", "expired", "E", false],
    ]);
    expect(view.rewards[0]).toMatchObject({
      instruction: { text: expect.stringContaining("{{rewardValidTill}}"), language: "de" },
      expiresAt: Date.UTC(2026, 3, 21, 11),
    });
    expect(JSON.stringify(view)).not.toContain("internal");
  });

  test("are nobody else's: another member, an unknown one, a guest and another program see none", async () => {
    const { tenant, at } = await earn(["theirs"]);
    for (const externalId of ["eve", "nobody"]) expect((await memberWidget(at(LATER), externalId)).rewards).toEqual([]);
    const guest = await widgetFor(at(LATER), null);
    expect(guest.reader).toEqual({ kind: "guest" });
    expect(guest.campaigns).toMatchObject([
      { progress: null, rungs: [{ reward: { text: "theirs" }, state: "current" }] },
    ]);
    const elsewhere = (await newTenant(database.db)).at(LATER);
    expect((await memberWidget(elsewhere, "ada")).rewards).toEqual([]);
    expect((await memberWidget(elsewhere, "ada")).campaigns).toEqual([]);
    expect(tenant.program.id).not.toBe(elsewhere.program.id);
  });

  test("are celebrated once, ever, by their own member", async () => {
    const { at, member, idOf, tenant } = await earn(["one", "two"]);
    const fresh = async () => (await memberWidget(at(LATER), "ada")).rewards.filter((reward) => reward.fresh).length;
    expect(await fresh()).toBe(2);
    const stranger: ServiceContext = {
      ...member,
      actor: { kind: "member", externalId: "eve", memberId: tenant.program.id },
    };
    expect(await celebrateRewards(stranger, [idOf("one")])).toEqual([]);
    expect(await celebrateRewards(member, [idOf("one")])).toEqual([idOf("one")]);
    expect(await celebrateRewards(member, [idOf("one"), idOf("two")])).toEqual([idOf("two")]);
    expect(await fresh()).toBe(0);
    await expect(celebrateRewards(at(LATER), [idOf("one")])).rejects.toMatchObject({ code: "forbidden" });
  });

  test("earned long ago are no news", async () => {
    const { at } = await earn(["old"]);
    expect((await memberWidget(at("2026-05-20T12:00:00Z"), "ada")).rewards).toMatchObject([{ fresh: false }]);
  });
});

describe("a streak", () => {
  test("shows the run, the strip in the member's own zone, and until when the period of now is open", async () => {
    const { at, log } = await newCampaign({}, [{ milestoneTargetValue: 2 }, { milestoneTargetValue: 5 }]);
    const zone = { timeZone: "America/Los_Angeles" };
    for (const day of ["08", "09"]) await log(`2026-04-${day}T20:00:00Z`, "ada", zone);
    // In Los Angeles it is still the 9th, which is met.
    expect(await streakOf(at("2026-04-10T05:00:00Z"))).toMatchObject({
      progress: { state: "running", task: { met: true } },
    });

    const streak = await streakOf(at("2026-04-10T18:00:00Z"));
    expect(streak.progress).toMatchObject({
      state: "running",
      count: 2,
      broken: null,
      task: { value: 0, target: 1, met: false },
    });
    expect(streak.progress.cells.map(({ date, state }) => `${date} ${state}`)).toEqual([
      "2026-04-04 unmet",
      "2026-04-05 unmet",
      "2026-04-06 unmet",
      "2026-04-07 unmet",
      "2026-04-08 met",
      "2026-04-09 met",
      "2026-04-10 open",
    ]);
    expect(streak.until).toBe(Date.parse("2026-04-11T07:00:00Z"));
    expect(streak.rungs.map(({ target, state }) => [target, state])).toEqual([
      [2, "done"],
      [5, "current"],
    ]);
  });

  test("is never shown as running once its next period has ended unmet, and says when it broke", async () => {
    const { at, log } = await newCampaign({}, [{ milestoneTargetValue: 2 }]);
    for (const day of ["08", "09"]) await log(`2026-04-${day}T06:00:00Z`, "ada", { timeZone: "UTC" });
    const lastMoment = await streakOf(at("2026-04-10T23:59:59.999Z"));
    expect(lastMoment.progress).toMatchObject({ state: "running", count: 2 });
    const broken = await streakOf(at("2026-04-11T00:00:00Z"));
    expect(broken.progress).toMatchObject({
      state: "broken",
      count: 0,
      broken: { length: 2, at: Date.parse("2026-04-11T00:00:00Z") },
    });
    // What the broken run earned is the next one's to earn again.
    expect(broken.rungs).toMatchObject([{ state: "current" }]);
    await log("2026-04-15T06:00:00Z");
    expect((await streakOf(at("2026-04-15T07:00:00Z"))).progress).toMatchObject({
      state: "running",
      count: 1,
      broken: null,
    });
  });

  test("that is completed stays so until the next run has a met period", async () => {
    const { at, log } = await newCampaign({ completionTargetValue: 2 }, [{ milestoneTargetValue: 2 }]);
    for (const day of ["08", "09"]) await log(`2026-04-${day}T06:00:00Z`);
    const done = await streakOf(at("2026-04-14T06:00:00Z"));
    expect(done.progress).toMatchObject({ state: "completed", count: 2 });
    expect(done.rungs).toMatchObject([{ state: "done" }]);
    await log("2026-04-15T06:00:00Z");
    const next = await streakOf(at("2026-04-15T07:00:00Z"));
    expect(next.progress).toMatchObject({ state: "running", count: 1 });
    expect(next.rungs).toMatchObject([{ state: "current" }]);
  });

  test("keeps a milestone that pays once ever done, and one that came too late for this run for the next", async () => {
    const { at, log, id } = await newCampaign({}, [{ milestoneTargetValue: 1, repeatable: false, eudTitle: "once" }]);
    await log("2026-04-01T06:00:00Z");
    for (const day of ["08", "09"]) await log(`2026-04-${day}T06:00:00Z`);
    const late = {
      ...COUNTED_MILESTONE,
      linkedSchemaSlug: "streak",
      linkedSchemaRecordId: id,
      milestoneTargetValue: 2,
    };
    await createMilestone(at("2026-04-09T07:00:00Z"), { ...late, eudTitle: "late" });
    const { rungs } = await streakOf(at("2026-04-09T08:00:00Z"));
    expect(rungs.map(({ title, state }) => [title?.text, state])).toEqual([
      ["once", "done"],
      ["late", "later"],
    ]);
  });

  test("shows while it is live, with its schedule, and a member of whom nothing is known yet at its start", async () => {
    const { at, id } = await newCampaign({ startsAt: "2026-04-12T00:00:00Z", endsAt: "2026-04-18T00:00:00Z" });
    expect(await streakOf(at(DAY), "nobody")).toMatchObject({
      schedule: "ahead",
      progress: { state: "idle", count: 0 },
    });
    expect(await streakOf(at("2026-04-17T20:00:00Z"), "nobody")).toMatchObject({
      schedule: "open",
      until: Date.parse("2026-04-18T00:00:00Z"),
    });
    expect(await streakOf(at(LATER), "nobody")).toMatchObject({ schedule: "over" });
    await updateStreak(at(DAY), { id, patch: { status: "paused" } });
    expect((await memberWidget(at(LATER), "ada")).campaigns).toEqual([]);
  });
});

test("a challenge shows the window of now, and a new one once it has ended", async () => {
  const { at, log } = await newCampaign({ aggregationPeriod: "weekly", completionTargetValue: 2 }, [{}], "challenge");
  const challengeAt = async (now: string) => (await memberWidget(at(now), "ada")).campaigns[0];
  expect(await challengeAt(DAY)).toMatchObject({ goal: 2, progress: { value: 0, completed: false } });
  await log("2026-04-10T06:00:00Z");
  // The week ends with Sunday the 12th, in Kathmandu 5 h 45 min before UTC's.
  expect(await challengeAt("2026-04-10T07:00:00Z")).toMatchObject({
    progress: { value: 1, completed: false },
    until: Date.parse("2026-04-12T18:15:00Z"),
    rungs: [{ state: "done" }],
  });
  await log("2026-04-11T06:00:00Z");
  expect(await challengeAt("2026-04-12T18:14:59Z")).toMatchObject({ progress: { value: 2, completed: true } });
  expect(await challengeAt("2026-04-12T18:15:00Z")).toMatchObject({
    progress: { value: 0, completed: false },
    rungs: [{ state: "current" }],
  });
});

test("points are the balance and the latest changes, called after what gave them", async () => {
  const { at, log } = await newCampaign({}, [{ points: 30, eudTitle: "Bronze" }]);
  await log(DAY);
  const { points } = await memberWidget(at(LATER), "ada");
  expect(points).toMatchObject({
    balance: 30,
    entries: [{ points: 30, label: { text: "Bronze", language: "de" }, at: Date.parse(DAY) }],
  });
});
