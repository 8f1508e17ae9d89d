import { beforeAll, describe, expect, it } from "vitest";
import { challengeLog, newChallenge, newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, type Json, where } from "./support/client";
import { inParallel, Seeded, statusCounts } from "./support/concurrency";

const BATCHES = 1_000;
const CONCURRENCY = 16;
const MEMBERS = 30;
const RUNG = 40;

const api = admin();

/** Batches that name the same members in every order, old and new ones, for both parents: none may wait in a ring. */
describe("1,000 overlapping batches, 16 at a time", () => {
  const seeded = new Seeded(1_000);
  const known = Array.from({ length: MEMBERS }, (_, n) => unique(`known-${n}`));
  const replies: { status: number }[] = [];
  const rows: { status: number }[] = [];
  const sent = { streak: new Map<string, number>(), challenge: new Map<string, number>() };
  let streakId: string;
  let challengeId: string;

  beforeAll(async () => {
    streakId = (await newStreak(api)).id;
    challengeId = (await newChallenge(api)).id;
    await newMilestone(api, "challenge", challengeId, RUNG, { points: 5 });
    let fresh: string[] = [];
    const batches = Array.from({ length: BATCHES }, (_, n) => {
      // Every twenty batches share a few members that nobody has heard of.
      if (n % 20 === 0) fresh = Array.from({ length: 4 }, (_item, k) => unique(`fresh-${n}-${k}`));
      const slug = seeded.pick(["streak", "challenge"] as const);
      const members = seeded.shuffled([...known, ...fresh]).slice(0, 3 + seeded.below(10));
      const body = members.map((externalId): Json => {
        sent[slug].set(externalId, (sent[slug].get(externalId) ?? 0) + 1);
        const activityAt = new Date(Date.UTC(2026, 0, 1 + seeded.below(120), seeded.below(24))).toISOString();
        const values = { ownedBy: { externalId }, activityAt };
        return slug === "streak" ? streakLog(streakId, values) : challengeLog(challengeId, values);
      });
      return { slug, body };
    });
    await inParallel(batches, CONCURRENCY, async ({ slug, body }) => {
      const reply = await api.post<{ data: { status: number }[] }>(`/schema/${slug}_log/record/batch`, body);
      replies.push(reply);
      if (reply.status === 200) rows.push(...reply.body.data);
    });
  });

  it("answers every batch and accepts every row", () => {
    expect(statusCounts(replies)).toEqual({ 200: BATCHES });
    const total = [...sent.streak.values(), ...sent.challenge.values()].reduce((sum, count) => sum + count, 0);
    expect(statusCounts(rows)).toEqual({ 201: total });
  });

  it("counts every log of every member once, and pays each once", async () => {
    const names = [...new Set([...sent.streak.keys(), ...sent.challenge.keys()])];
    const members = await api.all("member", { filters: where("externalId", names, "in") });
    expect(members.map((member) => member["externalId"]).sort()).toEqual([...names].sort());
    const nameOf = new Map(members.map((member) => [member.id, String(member["externalId"])]));

    const windows = await api.all("challenge_progress", { filters: where("challengeId", challengeId) });
    const values = windows.map((window) => [nameOf.get(String(window["ownedById"])), window["currentProgressValue"]]);
    expect(Object.fromEntries(values)).toEqual(Object.fromEntries(sent.challenge));
    const paid = [...sent.challenge].filter(([, count]) => count >= RUNG).map(([name]) => name);
    expect(paid.length).toBeGreaterThan(0);
    const rewards = await api.all("reward_log", { filters: where("linkedSchemaRecordId", challengeId) });
    expect(rewards.map((reward) => nameOf.get(String(reward["ownedById"]))).sort()).toEqual([...paid].sort());
    const balances = members.filter((member) => member["pointsBalance"] !== 0);
    expect(balances.map((member) => [member["externalId"], member["pointsBalance"]]).sort()).toEqual(
      paid.map((name) => [name, 5]).sort(),
    );

    const logs = await api.list("streak_log", {
      filters: where("streakId", streakId),
      limit: 1,
      fetchTotalCount: true,
    });
    expect(logs.paging.totalCount).toBe([...sent.streak.values()].reduce((sum, count) => sum + count, 0));
  });
});
