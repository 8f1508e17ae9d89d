import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { periodIndexAt } from "@/lib/domain/period";
import { hasCorpora } from "@/scripts/corpora";
import { Api, type RowResult } from "@/scripts/replay/api";
import { type RunningCampaign, startCampaigns } from "@/scripts/replay/campaigns";
import { type ActivityEvent, readActivity } from "@/scripts/replay/read-activity";
import { type Sent, sendAll } from "@/scripts/replay/send";
import { admin, where } from "./support/client";
import { achievement, activityPath, expectedAchievements, expectedRuns, expectedUsers, run } from "./support/corpus";

const PARENTS = 5;

/** Real history, sent in order of arrival through the batch endpoint, against results that nobody of this project made. */
describe.skipIf(!hasCorpora()).each([
  { set: "drizzle-orm", events: 2_939, users: 148 },
  { set: "home-assistant-frontend", events: 20_568, users: 798 },
])("$set, $events events", ({ set, events: eventCount, users }) => {
  const api = admin();
  const label = `${set}/test`;
  const achieved: string[] = [];
  const rewardedMilestones: string[] = [];
  let campaigns: RunningCampaign[] = [];
  let sent: Sent;

  const note = (campaign: RunningCampaign, event: ActivityEvent, { data }: RowResult) => {
    for (const milestone of data?.achievedMilestones ?? []) {
      achieved.push(achievement(campaign.kind, milestone.milestoneTargetValue, event.user, event.uniqueIdentifier));
      rewardedMilestones.push(`${milestone.id} ${event.user}`);
    }
  };

  /** The counts and values that a replay which changes nothing must leave alone. */
  const standing = async () => {
    const counts: unknown[] = [];
    for (const { id, slug } of campaigns) {
      const total = async (noun: string, field: string) =>
        (await api.list(noun, { filters: where(field, id), limit: 1, fetchTotalCount: true })).paging.totalCount;
      counts.push(await total(`${slug}_log`, `${slug}Id`));
      counts.push(await api.all(`${slug}_progress`, { filters: where(`${slug}Id`, id) }));
      counts.push(await total("reward_log", "linkedSchemaRecordId"));
    }
    counts.push((await api.list("member", { limit: 1, fetchTotalCount: true })).paging.totalCount);
    return counts;
  };

  beforeAll(async () => {
    const events = await readActivity(activityPath(set));
    expect(events).toHaveLength(eventCount);
    const { baseUrl, apiSecret } = inject("server");
    const sender = new Api(baseUrl, apiSecret);
    campaigns = await startCampaigns(sender, label);
    const start = performance.now();
    sent = await sendAll(sender, campaigns, events, { batch: 1000, onRow: note });
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `${set}: ${sent.accepted} logs in ${seconds.toFixed(1)} s, ${Math.round(sent.accepted / seconds)} logs/s`,
    );
  }, 240_000);

  it("takes every event in once per parent", () => {
    expect(sent).toMatchObject({ accepted: eventCount * PARENTS, repeats: 0 });
  });

  it("gives every user the longest daily, weekly and monthly streak that users-expected.csv names", async () => {
    const expected = expectedUsers(set);
    expect(expected).toHaveLength(users);
    const userOf = new Map((await api.all("member")).map((member) => [member.id, member["externalId"]]));
    for (const { kind, id } of campaigns.filter(({ slug }) => slug === "streak")) {
      const longest = new Map<unknown, number>();
      const runs = await api.all<{ ownedById: string; currentProgressValue: number }>("streak_progress", {
        filters: where("streakId", id),
        fields: ["ownedById", "currentProgressValue"],
      });
      for (const { ownedById, currentProgressValue } of runs) {
        const user = userOf.get(ownedById);
        longest.set(user, Math.max(longest.get(user) ?? 0, currentProgressValue));
      }
      const told = expected.map(({ user }) => ({ user, [kind]: longest.get(user) }));
      expect(told).toEqual(expected.map((row) => ({ user: row.user, [kind]: row[kind as "daily"] })));
      expect(longest.size).toBe(expected.length);
    }
  });

  it("keeps just the runs that each user's periods make, each from its first to its last", async () => {
    const userOf = new Map((await api.all("member")).map((member) => [member.id, String(member["externalId"])]));
    const kept: string[] = [];
    for (const { kind, slug, id } of campaigns) {
      if (slug !== "streak" || (kind !== "daily" && kind !== "weekly" && kind !== "monthly")) continue;
      for (const row of await api.all("streak_progress", { filters: where("streakId", id) })) {
        const first = periodIndexAt(kind, Date.parse(String(row["streakStartedAt"])), "UTC");
        kept.push(run(kind, userOf.get(String(row["ownedById"])) ?? "", first, Number(row["currentProgressValue"])));
      }
    }
    expect(kept.sort()).toEqual(expectedRuns(set).sort());
  });

  it("achieves every milestone once, by the event that milestones-expected.csv names", () => {
    const expected = expectedAchievements(set);
    expect(expected.length).toBeGreaterThan(users);
    expect([...achieved].sort()).toEqual([...expected].sort());
  });

  it("keeps one reward log for each achieved milestone and user, and no other", async () => {
    const userOf = new Map((await api.all("member")).map((member) => [member.id, member["externalId"]]));
    const kept: string[] = [];
    for (const { id } of campaigns) {
      const rewards = await api.all<{ milestoneId: string; ownedById: string }>("reward_log", {
        filters: where("linkedSchemaRecordId", id),
      });
      kept.push(...rewards.map(({ milestoneId, ownedById }) => `${milestoneId} ${userOf.get(ownedById)}`));
    }
    expect(kept.sort()).toEqual([...rewardedMilestones].sort());
  });

  it("adds up each user's events and amounts exactly", async () => {
    const events = await readActivity(activityPath(set));
    const userOf = new Map((await api.all("member")).map((member) => [member.id, member["externalId"]]));
    for (const { kind, id } of campaigns.filter(({ slug }) => slug === "challenge")) {
      // Whole tenths: no rounding on this side either.
      const tenths = new Map<unknown, number>();
      for (const { user, filesChanged } of events)
        tenths.set(user, (tenths.get(user) ?? 0) + (kind === "count" ? 10 : filesChanged));
      const windows = await api.all<{ ownedById: string; currentProgressValue: number }>("challenge_progress", {
        filters: where("challengeId", id),
      });
      const told = new Map(windows.map((window) => [userOf.get(window.ownedById), window.currentProgressValue]));
      expect(Object.fromEntries(told)).toEqual(
        Object.fromEntries([...tenths].map(([user, value]) => [user, value / 10])),
      );
    }
  });

  it("changes nothing when the file is replayed again, by the command", async () => {
    const before = await standing();
    const { baseUrl, apiSecret } = inject("server");
    const command = ["scripts/run-ts.mjs", "scripts/replay.ts", activityPath(set), "--url", baseUrl, "--name", label];
    const { stdout } = await promisify(execFile)(process.execPath, command, {
      env: { ...process.env, MILEPOST_API_SECRET: apiSecret },
    });
    expect(stdout).toContain(`0 new, ${(eventCount * PARENTS).toLocaleString("en-US")} repeats`);
    expect(stdout).toContain(`members  ${users}`);
    expect(stdout).toContain(`(0 of this replay)`);
    expect(await standing()).toEqual(before);
  });
});
