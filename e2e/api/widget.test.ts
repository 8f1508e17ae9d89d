import { describe, expect, inject, it } from "vitest";
import { newMilestone, newStreak, unique } from "./support/campaigns";
import { admin, type WireRecord } from "./support/client";
import { programId, signToken } from "./support/tokens";

/** A member who has just earned two rewards, and the requests of that member's widget. */
async function memberWithRewards() {
  const api = admin();
  const streak = await newStreak(api);
  const milestones = [await newMilestone(api, "streak", streak.id, 1), await newMilestone(api, "streak", streak.id, 1)];
  const externalId = unique("widget");
  const log = await api.create("streak_log", {
    streakId: streak.id,
    ownedBy: { externalId },
    activityAt: new Date().toISOString(),
    activityId: "visit",
    uniqueIdentifier: unique("order"),
  });
  const rewards = log["achievedMilestoneRewardLogs"] as WireRecord[];
  const url = `${inject("server").baseUrl}/widget/${await programId()}`;
  const headers = { "x-enduser-access-token": await signToken(externalId) };
  const celebrate = async (body: unknown, type = "application/json") => {
    const sent = { method: "POST", headers: { ...headers, "content-type": type }, body: JSON.stringify(body) };
    const response = await fetch(`${url}/celebrations`, sent);
    return { status: response.status, ...((await response.json()) as { ids?: string[] }) };
  };
  const look = (etag = "") => fetch(url, { headers: { ...headers, "if-none-match": etag } });
  return { api, milestones, ids: rewards.map(({ id }) => id), url, headers, celebrate, look };
}

describe("celebrations", () => {
  it("are each given to one of many who ask at once, and to nobody later", async () => {
    const { ids, celebrate } = await memberWithRewards();
    const answers = await Promise.all(Array.from({ length: 24 }, () => celebrate({ ids })));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(answers.flatMap((answer) => answer.ids ?? []).sort()).toEqual([...ids].sort());
    expect(await celebrate({ ids })).toEqual({ status: 200, ids: [] });
  });

  it("are the member's own", async () => {
    const [mine, theirs] = [await memberWithRewards(), await memberWithRewards()];
    expect(await mine.celebrate({ ids: theirs.ids })).toEqual({ status: 200, ids: [] });
    expect((await theirs.celebrate({ ids: theirs.ids })).ids).toHaveLength(2);
  });

  it("say no to what they cannot read", async () => {
    const { url, celebrate } = await memberWithRewards();
    expect((await celebrate({ ids: ["x"] })).status).toBe(400);
    expect((await celebrate({})).status).toBe(400);
    expect((await celebrate({ ids: [] }, "text/plain")).status).toBe(415);
    expect((await celebrate({ ids: [], padding: "x".repeat(10_000) })).status).toBe(413);
    const guest = { method: "POST", headers: { "content-type": "application/json" }, body: '{"ids":[]}' };
    expect((await fetch(`${url}/celebrations`, guest)).status).toBe(401);
    expect((await fetch(`${url}/celebrations`)).status).toBe(405);
  });
});

describe("the document's ETag", () => {
  it("stays while nothing changes, and changes with a code, and with what the marketer writes", async () => {
    const { api, milestones, ids, look } = await memberWithRewards();
    const first = await look();
    const etag = first.headers.get("etag") ?? "";
    const same = await look(etag);
    expect([same.status, await same.text()]).toEqual([304, ""]);
    expect(Number(same.headers.get("milepost-expires-in"))).toBeGreaterThan(500);

    await api.patch(`/schema/reward_log/record/${ids[0]}`, { couponCode: "NEW-CODE" });
    const issued = await look(etag);
    expect(issued.status).toBe(200);
    expect(await issued.text()).toContain("NEW-CODE");
    const next = issued.headers.get("etag") ?? "";
    await api.patch(`/schema/milestone/record/${milestones[0]?.id}`, { eudMilestoneRewardTitle: "A new name" });
    const renamed = await look(next);
    expect(renamed.status).toBe(200);
    expect(await renamed.text()).toContain("A new name");
  });
});

it("a state of the document is known by its ETag in any of the ways of `If-None-Match`, and by no other", async () => {
  const { url, headers, look } = await memberWithRewards();
  const etag = (await look()).headers.get("etag") ?? "";
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, `"other",W/${etag} , "third"`, "*"])
    expect((await look(known)).status, known).toBe(304);
  for (const other of [`"other"`, etag.slice(1, -1), `W/"other", "*"`]) expect((await look(other)).status).toBe(200);
  const forged = { ...headers, "x-enduser-access-token": "forged", "if-none-match": "*" };
  expect((await fetch(url, { headers: forged })).status).toBe(401);
});

it("the loader is served to every page, and kept for an hour", async () => {
  const response = await fetch(`${inject("server").baseUrl}/embed.js`);
  expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("public, max-age=3600");
  expect(await response.text()).toContain("milepost-widget");
  expect((await fetch(`${inject("server").baseUrl}/embed.js`, { method: "POST" })).status).toBe(405);
});
