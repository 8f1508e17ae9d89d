import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { newMember, newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, Client, type Json, type Reply, stranger, type WireRecord } from "./support/client";
import { FOREIGN_SECRET, secretWith } from "./support/keys";
import { expectProblem } from "./support/problems";
import { asMember } from "./support/tokens";

const api = admin();
const foreign = new Client({ "x-api-key": FOREIGN_SECRET });
const PATH = "/api/loyalty/account_streaks";

interface Row extends Json {
  id: string | null;
  userId: string;
  loyaltyRuleId: string;
  streakCount: number;
}

const read = (query: string, caller = api): Promise<Reply<Row[]>> => caller.get<Row[]>(`${PATH}?${query}`);

/** The address of the next page, as the answer's Link tells it. */
function nextOf(reply: Reply<unknown>): URL | null {
  const target = /^<([^>]+)>; rel="next"$/.exec(reply.headers.get("link") ?? "")?.[1];
  return target === undefined ? null : new URL(target);
}

describe("account streaks over HTTP", () => {
  const members: WireRecord[] = [];
  let group: WireRecord;
  let rules: string[];

  beforeAll(async () => {
    rules = [(await newStreak(api)).id, (await newStreak(api)).id];
    await newMilestone(api, "streak", rules[0] ?? "", 5, { points: 70 });
    for (let n = 0; n < 3; n++) members.push(await newMember(api));
    const activityAt = new Date().toISOString();
    await api.post("/schema/streak_log/record", streakLog(rules[0] ?? "", { ownedById: members[1]?.id, activityAt }));
    group = await api.create("user_group", { name: unique("g"), memberIds: members.map(({ id }) => id) });
  });

  const both = () => rules.map((id) => `loyaltyRuleId=${id}`).join("&");

  it("are a bare array, with null and empty where there is nothing", async () => {
    const { status, body, headers } = await read(`loyaltyRuleId=${rules[0]}&userGroupId=${group.id}`);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
    const milestone = [{ streakMilestone: 5, streakAmount: 70 }];
    expect(body.find(({ userId }) => userId === members[0]?.id)).toEqual({
      id: null,
      createdAt: null,
      updatedAt: null,
      expiresAt: null,
      streakCount: 0,
      userId: members[0]?.id,
      loyaltyRuleId: rules[0],
      walletAddress: "",
      milestone,
    });
    expect(body.find(({ streakCount }) => streakCount > 0)).toMatchObject({ userId: members[1]?.id, streakCount: 1 });
    expect(headers.get("link")).toBeNull();
  });

  it("are walked by Link, limit 1, every row once; all other parameters stay", async () => {
    const expected = members
      .map(({ id }) => id)
      .sort()
      .flatMap((userId) => rules.toSorted().map((rule) => `${userId} ${rule}`));
    const walked: string[] = [];
    let next: URL | null = new URL(`${api.baseUrl}${PATH}?${both()}&userGroupId=${group.id}&limit=1`);
    while (next) {
      expect(next.origin).toBe(api.baseUrl);
      expect(next.searchParams.getAll("loyaltyRuleId")).toEqual(rules);
      expect(next.searchParams.get("userGroupId")).toBe(group.id);
      expect(next.searchParams.get("limit")).toBe("1");
      const reply: Reply<Row[]> = await api.get<Row[]>(`${next.pathname}${next.search}`);
      expect(reply.body).toHaveLength(1);
      walked.push(...reply.body.map(({ userId, loyaltyRuleId }) => `${userId} ${loyaltyRuleId}`));
      next = nextOf(reply);
    }
    expect(walked).toEqual(expected);
  });

  it("are read with the scope for members alone", async () => {
    const query = `loyaltyRuleId=${rules[0]}`;
    expect((await read(query, new Client({ "x-api-key": secretWith("members:read") }))).status).toBe(200);
    expectProblem(await read(query, new Client({ "x-api-key": secretWith("campaigns:read") })), 403, "forbidden");
    expectProblem(await read(query, await asMember("ada")), 403, "forbidden");
    expectProblem(await read(query, stranger()), 401, "unauthenticated");
    expectProblem(await api.post(PATH, {}), 405, "method_not_allowed");
    expectProblem(await read(""), 400, "invalid_request", "?loyaltyRuleId");
    expectProblem(await read(`${query}&limit=x&wat=1`), 400, "invalid_request", "?limit", "?wat");
  });

  it("of the other program of the pair are not there, by whatever name", async () => {
    const whoami = async (caller: Client) => (await caller.get<Record<string, string>>("/api/whoami")).body;
    const [own, other] = [await whoami(api), await whoami(foreign)];
    expect(own["organizationId"]).toBe(other["organizationId"]);
    const foreignRule = (await newStreak(foreign)).id;
    const foreignMember = await newMember(foreign);
    const rows = async (query: string, caller = api) => (await read(query, caller)).body;
    expect(await rows(`${both()}`, foreign)).toEqual([]);
    expect(await rows(`loyaltyRuleId=${foreignRule}`)).toEqual([]);
    expect(await rows(`${both()}&userId=${foreignMember.id}`)).toEqual([]);
    expect(await rows(`loyaltyRuleId=${foreignRule}&userId=${members[0]?.id}`, foreign)).toEqual([]);
    expect(await rows(`loyaltyRuleId=${foreignRule}&userGroupId=${group.id}`, foreign)).toEqual([]);
    const asked = `${both()}&userId=${members[0]?.id}&organizationId=${own["organizationId"]}`;
    expect(await rows(`${asked}&websiteId=${own["programId"]}`)).toHaveLength(2);
    expect(await rows(`${asked}&websiteId=${other["programId"]}`)).toEqual([]);
    expect(await rows(`${both()}&userId=${members[0]?.id}&organizationId=${randomUUID()}`)).toEqual([]);
    const startingAfter = `startingAfter=${members[0]?.id}`;
    expectProblem(
      await read(`loyaltyRuleId=${foreignRule}&${startingAfter}`, foreign),
      400,
      "invalid_request",
      "?startingAfter",
    );
  });
});
