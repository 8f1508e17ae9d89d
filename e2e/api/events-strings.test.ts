import { beforeAll, describe, expect, it } from "vitest";
import { hasCorpora } from "@/scripts/corpora";
import { newStreak, unique } from "./support/campaigns";
import { Client, type Json } from "./support/client";
import { inParallel } from "./support/concurrency";
import { FOREIGN_SECRET } from "./support/keys";
import { fits, oddStrings } from "./support/strings";

const MINUTES_10 = 10 * 60_000;
const WIDTH = 8;
const NAME = [1, 256] as const;

interface Answer extends Json {
  data: { id: string; status: string; effects: { log?: Json }[] }[];
  errors?: { pointer: string }[];
}

/** Each string in every text of an event: kept as it was sent, or refused at the field that it is in. */
describe.skipIf(!hasCorpora())("odd strings", { timeout: MINUTES_10 }, () => {
  const api = new Client({ "x-api-key": FOREIGN_SECRET });
  const strings = hasCorpora() ? oddStrings() : [];
  const type = unique("strings");
  beforeAll(async () => {
    await newStreak(api, { activityIds: [type] });
  });
  const at = "2026-04-10T12:00:00Z";

  it("as ids, members and metadata of events", async () => {
    await inParallel(strings, WIDTH, async (text) => {
      const unfit = fits(text, NAME) ? [] : ["/id", "/member/externalId"];
      if (!fits(text, [0, 10_000])) unfit.push("/metadata");
      const metadata = { [`x${text}`]: text };
      const reply = await api.post<Answer>("/v1/events", {
        id: text,
        type,
        member: { externalId: text },
        at,
        metadata,
      });
      expect(reply.status, JSON.stringify(text)).toBe(unfit.length > 0 ? 400 : 200);
      if (unfit.length > 0) return expect(reply.body.errors?.map(({ pointer }) => pointer)).toEqual(unfit);
      expect(reply.body.data).toMatchObject([{ id: text, status: "applied" }]);
      expect(reply.body.data[0]?.effects[0]?.log).toMatchObject({ uniqueIdentifier: text, activityId: type, metadata });
    });
  });

  it("as types that a streak listens to", async () => {
    await inParallel(strings, WIDTH, async (text) => {
      const values = { name: "n", description: "d", status: "live", aggregationMethod: "count", activityIds: [text] };
      const body = { ...values, aggregationTargetValue: 1, completionTargetValue: 10 };
      const created = await api.post<{ data: Json }>("/schema/streak/record", body);
      expect(created.status, JSON.stringify(text)).toBe(fits(text, NAME) ? 201 : 400);
      const event = { id: unique("event"), type: text, member: { externalId: unique("member") }, at };
      const reply = await api.post<Answer>("/v1/events", event);
      expect(reply.status, JSON.stringify(text)).toBe(fits(text, NAME) ? 200 : 400);
      if (created.status !== 201) return;
      expect(created.body.data["activityIds"]).toEqual([text]);
      expect(reply.body.data[0]?.effects).toContainEqual(
        expect.objectContaining({ kind: "streak", id: created.body.data["id"], status: "applied" }),
      );
      await api.delete(`/schema/streak/record/${created.body.data["id"]}`);
    });
  });
});
