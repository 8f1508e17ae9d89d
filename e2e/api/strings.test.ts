import { beforeAll, describe, expect, it } from "vitest";
import { languageTag } from "@/lib/domain/language-tag";
import { hasCorpora } from "@/scripts/corpora";
import { newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { Client, type Json, type Problem, type WireRecord, where } from "./support/client";
import { inParallel } from "./support/concurrency";
import { FOREIGN_SECRET } from "./support/keys";
import { fits, type Lengths, mentionsVariable, oddStrings } from "./support/strings";

const WIDTH = 8;
const BATCH = 250;
const LANGUAGES = 40;
const MINUTES_30 = 30 * 60_000;

const NAMES = { name: [1, 256], description: [1, 1024] } as const;
const EUD = { eudTitle: [0, 48], eudDescription: [0, 1024] } as const;
const REWARD_EUD = { eudMilestoneRewardTitle: [0, 48], eudMilestoneRewardInstructionMessage: [0, 1024] } as const;

const pointerOf = (...path: string[]) =>
  path.map((part) => `/${part.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/**
 * Each string in every text field of the API: it comes back as it was sent, or is refused as documented, at the field
 * that it is in; and never is there a 5xx. In a program of its own, so that no other test meets them.
 */
describe.skipIf(!hasCorpora())("odd strings", { timeout: MINUTES_30 }, () => {
  const api = new Client({ "x-api-key": FOREIGN_SECRET });
  const strings = hasCorpora() ? oddStrings() : [];
  // A change of a parent or of its milestones locks it: each worker has one of its own.
  let streaks: WireRecord[] = [];
  beforeAll(async () => {
    streaks = await Promise.all(Array.from({ length: WIDTH }, () => newStreak(api)));
  });
  const streakAt = (position: number) => streaks[position % WIDTH]?.id ?? "";

  /** Sends fields that all hold one string: exactly those that do not fit are refused, and the others are kept. */
  async function sendAll(method: "POST" | "PATCH", path: string, rest: Json, fields: Fields): Promise<Json> {
    const send = (some: Fields) => api.send<{ data: Json } & Problem>(method, path, { ...rest, ...bodyOf(some) });
    const whole = await send(fields);
    const refused = whole.status === 400 ? whole.body.errors.map(({ pointer }) => pointer) : [];
    const certain = fields.filter(({ fit, pointer }) => fit !== "maybe" && refused.includes(pointer));
    const unfit = fields.filter(({ fit }) => fit === "no");
    expect(certain).toEqual(unfit);
    expect(refused.filter((pointer) => !fields.some((field) => field.pointer === pointer))).toEqual([]);

    const others = fields.filter(({ pointer }) => !refused.includes(pointer));
    const { status, body } = refused.length === 0 ? whole : await send(others);
    expect(status, JSON.stringify(body)).toBe(method === "POST" ? 201 : 200);
    expectKept(body.data, others);
    return body.data;
  }

  const everyString = (perform: (text: string, position: number) => Promise<void>) =>
    inParallel(strings, WIDTH, perform);

  /** Reads all that was created back, through lists, and compares it with what the creation answered. */
  async function expectListed(slug: string, created: Json[], query: Json = {}): Promise<void> {
    const listed = new Map((await api.all(slug, query)).map((record) => [record.id, record]));
    for (const record of created) expect(listed.get(String(record["id"]))).toEqual(record);
    expect(created).toHaveLength(strings.length);
  }

  it.each([
    { noun: "streak", least: { aggregationTargetValue: 1 } },
    { noun: "challenge", least: {} },
  ])("in a $noun and its translations", async ({ noun, least }) => {
    const created: Json[] = [];
    await everyString(async (text) => {
      const rest = { name: "n", description: "d", status: "draft", completionTargetValue: 1, ...least };
      const record = await sendAll("POST", `/schema/${noun}/record`, rest, [
        ...base(text, { ...NAMES, ...EUD }),
        ...translated(text, "fr", EUD),
      ]);
      created.push(record);
    });
    await expectListed(noun, created);
  });

  it("in a milestone and its translations", async () => {
    const created: Json[] = [];
    await everyString(async (text, position) => {
      const link = {
        linkedSchemaSlug: "streak",
        linkedSchemaRecordId: streakAt(position),
        milestoneTargetValue: 1,
      };
      const rest = { ...link, name: "n", description: "d", status: "draft" };
      const record = await sendAll("POST", "/schema/milestone/record", rest, [
        ...base(text, { ...NAMES, ...EUD, ...REWARD_EUD }),
        ...translated(text, "zh-Hant", { ...EUD, ...REWARD_EUD }),
      ]);
      created.push(record);
    });
    await expectListed("milestone", created);
  });

  it("as languages of translations", async () => {
    for (let start = 0; start < strings.length; start += LANGUAGES) {
      const tags = strings.slice(start, start + LANGUAGES);
      const patch = { translations: Object.fromEntries(tags.map((tag) => [tag, { eudTitle: "x" }])) };
      const { status, body } = await api.patch<Problem>(`/schema/streak/record/${streakAt(0)}`, patch);
      const refused = status === 400 ? body.errors.map(({ pointer }) => pointer) : [];
      // No tag, or another spelling of one before it. The order in an object is not that in a list: numbers come first.
      const seen = new Set<string | undefined>([undefined]);
      const unfit = Object.keys(patch.translations).filter((tag) => seen.size === seen.add(languageTag(tag)).size);
      const expected = unfit.map((tag) => pointerOf("translations", tag));
      expect([status, refused.sort()]).toEqual([expected.length > 0 ? 400 : 200, expected.sort()]);
    }
  });

  it("as a filter's value and the language to read in", async () => {
    await everyString(async (text, position) => {
      const one = `/schema/streak/record/${streakAt(position)}`;
      if (fits(text, EUD.eudTitle)) {
        const query = { filters: where("eudTitle", text), languageCode: text, limit: 1 };
        expect((await api.list("streak", query)).data).toMatchObject([{ eudTitle: text }]);
      } else expect((await api.get(one, { query: { languageCode: text } })).status).toBe(200);
    });
  });

  it("in a member, whose metadata they are keys and values of", async () => {
    const created: Json[] = [];
    const names = { firstName: [0, 256], lastName: [0, 256], displayName: [0, 256] } as const;
    const formats = ["email", "phoneNumber", "walletAddress", "timeZone", "languageCode"];
    await everyString(async (text) => {
      const known = fits(text, [1, 256]) ? text : unique("member");
      const metadata = Object.fromEntries([
        ["text", text],
        [text, [text, { [text]: null }]],
      ]);
      const record = await sendAll("POST", "/schema/member/record", { externalId: known, metadata }, [
        ...base(text, names),
        ...formats.map((field) => ({ path: [field], pointer: `/${field}`, text, fit: "maybe" as const })),
      ]);
      expect(record["metadata"]).toEqual(metadata);
      expect(record["externalId"]).toBe(known);
      created.push(record);
      if (known !== text) {
        const { status, body } = await api.post<Problem>("/schema/member/record", { externalId: text });
        expect([status, body.errors[0]?.pointer]).toEqual([400, "/externalId"]);
      }
    });
    await expectListed("member", created);
  });

  it("in logs, by which members are known too", async () => {
    const owned = strings.filter((text) => fits(text, [1, 256]));
    const logged = await newStreak(api);
    for (let start = 0; start < owned.length; start += BATCH) {
      const rows = owned.slice(start, start + BATCH).map((text) => {
        const metadata = Object.fromEntries([
          ["text", text],
          [text, text],
        ]);
        const values = { ownedBy: { externalId: text }, activityId: text, uniqueIdentifier: text, metadata };
        return streakLog(logged.id, values);
      });
      const { status, body } = await api.post<{ data: { status: number; data: Json }[] }>(
        "/schema/streak_log/record/batch",
        rows,
      );
      expect(status).toBe(200);
      for (const [position, answer] of body.data.entries()) {
        const { activityId, uniqueIdentifier, metadata } = rows[position] ?? {};
        expect(answer).toMatchObject({ status: 201, data: { activityId, uniqueIdentifier } });
        expect(answer.data["metadata"]).toEqual(metadata);
      }
    }
    const read = await api.all("streak_log", { filters: where("streakId", logged.id) });
    expect(read.map((log) => log["uniqueIdentifier"]).sort()).toEqual([...owned].sort());
    for (const log of read) expect(log["activityId"]).toBe(log["uniqueIdentifier"]);

    const unfit = strings.filter((text) => !fits(text, [1, 256]));
    const refused = unfit.map((text) => streakLog(logged.id, { activityId: text, uniqueIdentifier: text }));
    if (refused.length === 0) return;
    const { body } = await api.post<{ data: { status: number; error: Problem }[] }>(
      "/schema/streak_log/record/batch",
      refused.slice(0, BATCH),
    );
    for (const { status, error } of body.data)
      expect([status, error.errors.map(({ pointer }) => pointer).sort()]).toEqual([
        400,
        ["/activityId", "/uniqueIdentifier"],
      ]);
  });

  it("as a coupon's code", async () => {
    const paying = await newStreak(api);
    await newMilestone(api, "streak", paying.id, 1);
    const rewards = await Promise.all(
      Array.from({ length: WIDTH }, async () => {
        const { body } = await api.post<{ data: Json }>("/schema/streak_log/record", streakLog(paying.id));
        return body.data["achievedMilestoneRewardLog"] as WireRecord;
      }),
    );
    const free = [...rewards];
    const kept = new Map<string, Json>();
    await everyString(async (text) => {
      const reward = free.pop();
      if (!reward) throw new Error("every worker has a reward of its own");
      const path = `/schema/reward_log/record/${reward.id}`;
      kept.set(reward.id, await sendAll("PATCH", path, {}, base(text, { couponCode: [1, 256] })));
      free.push(reward);
    });
    for (const [id, record] of kept) expect(await api.read("reward_log", id)).toEqual(record);
  });
});

/** A field that holds a string; where the format decides, it may be kept or refused. */
type Fields = { path: string[]; pointer: string; text: string; fit: "yes" | "no" | "maybe" }[];

function base(text: string, lengths: Readonly<Record<string, Lengths>>, ...above: string[]): Fields {
  return Object.entries(lengths).map(([field, limits]) => {
    const isTemplate = field === "eudMilestoneRewardInstructionMessage" && mentionsVariable(text);
    const fit = !fits(text, limits) ? "no" : isTemplate ? "maybe" : "yes";
    return { path: [...above, field], pointer: pointerOf(...above, field), text, fit };
  });
}

function translated(text: string, language: string, lengths: Readonly<Record<string, Lengths>>): Fields {
  return base(text, lengths, "translations", language);
}

/** The body that holds each text at its path. */
function bodyOf(fields: Fields): Json {
  const body: Json = {};
  for (const { path, text } of fields) {
    const last = path.at(-1) ?? "";
    let place = body;
    for (const part of path.slice(0, -1)) {
      place[part] ??= {};
      place = place[part] as Json;
    }
    place[last] = text;
  }
  return body;
}

function expectKept(record: Json, fields: Fields): void {
  for (const { path, text } of fields) {
    const found = path.reduce<unknown>((value, part) => (value as Json | undefined)?.[part], record);
    expect(found, path.join(".")).toBe(text);
  }
}
