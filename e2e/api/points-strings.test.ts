import { beforeAll, describe, expect, it } from "vitest";
import { hasCorpora } from "@/scripts/corpora";
import { unique } from "./support/campaigns";
import { Client, type Json } from "./support/client";
import { inParallel } from "./support/concurrency";
import { FOREIGN_SECRET } from "./support/keys";
import { fits, oddStrings } from "./support/strings";

const MINUTES_10 = 10 * 60_000;
const WIDTH = 8;

interface Answer extends Json {
  data: Json;
  errors?: { pointer: string }[];
}

/** Each string in every text of the points API and of groups: kept as it was sent, or refused at the field it is in. */
describe.skipIf(!hasCorpora())("odd strings", { timeout: MINUTES_10 }, () => {
  const api = new Client({ "x-api-key": FOREIGN_SECRET });
  const strings = hasCorpora() ? oddStrings() : [];
  const eventType = unique("strings");
  beforeAll(async () => {
    await api.create("reward_rule", { eventType, points: 1 });
  });
  const refusedAt = (body: Answer) => (body.errors ?? []).map(({ pointer }) => pointer).sort();

  it("in an award are kept, or refused by field", async () => {
    await inParallel(strings, WIDTH, async (text) => {
      const userId = `u-${crypto.randomUUID()}`;
      const fields = { displayName: [0, 256], reference: [1, 256] } as const;
      const unfit = Object.entries(fields).flatMap(([name, length]) => (fits(text, length) ? [] : [`/${name}`]));
      if (!fits(text, [0, 10_000])) unfit.push("/metadata");
      const body = { userId, eventType, displayName: text, reference: text, metadata: { [`x${text}`]: text } };
      const reply = await api.post<Answer>("/v1/points/award", body);
      if (unfit.length > 0) {
        expect(reply.status, JSON.stringify(text)).toBe(400);
        return expect(refusedAt(reply.body)).toEqual(unfit.sort());
      }
      expect(reply.status, JSON.stringify(text)).toBe(200);
      expect(reply.body.data["reference"]).toBe(text);
      const balance = await api.get<Answer>(`/v1/users/${userId}/balance`);
      expect(balance.body.data["displayName"]).toBe(text);
      const history = await api.get<{ data: Json[] }>(`/v1/users/${userId}/history`);
      expect(history.body.data).toMatchObject([{ reference: text, metadata: body.metadata }]);
    });
  });

  it("as a user are found again by path, and as an event type by their rule", async () => {
    await inParallel(strings, WIDTH, async (text) => {
      const rule = await api.post<Answer>("/schema/reward_rule/record", { eventType: text, points: 2 });
      expect(rule.status, JSON.stringify(text)).toBe(fits(text, [1, 128]) ? 201 : 400);
      const type = rule.status === 201 ? text : eventType;
      const reply = await api.post<Answer>("/v1/points/award", { userId: text, eventType: type });
      expect(reply.status, JSON.stringify(text)).toBe(fits(text, [1, 256]) ? 200 : 400);
      // A client resolves these two by itself, and half a surrogate pair cannot stand in a path.
      if (reply.status !== 200 || text === "." || text === "..") return;
      const { body } = await api.get<Answer>(`/v1/users/${encodeURIComponent(text)}/balance`);
      expect(body.data).toMatchObject({ userId: text, totalPoints: reply.body.data["userBalance"] });
    });
  });

  it("name groups", async () => {
    await inParallel(strings, WIDTH, async (text) => {
      const reply = await api.post<Answer>("/schema/user_group/record", { name: text, externalId: text });
      expect(reply.status, JSON.stringify(text)).toBe(fits(text, [1, 256]) ? 201 : 400);
      if (reply.status === 201) expect(reply.body.data).toMatchObject({ name: text, externalId: text });
      else expect(refusedAt(reply.body)).toEqual(["/externalId", "/name"]);
    });
  });
});
