import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { challengeLog, newChallenge, newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, type Json, type WireRecord, where } from "./support/client";
import { expectProblem } from "./support/problems";

const api = admin();
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const stamps = {
  id: expect.stringMatching(V7),
  createdAt: expect.stringMatching(INSTANT),
  updatedAt: expect.stringMatching(INSTANT),
};

const defaultIcon = expect.objectContaining({ id: null });
const texts = { name: "Name", description: "Description", status: "draft" };
const streakLeast = { ...texts, aggregationTargetValue: 1, completionTargetValue: 3 };
const challengeLeast = { ...texts, completionTargetValue: 2.5 };
const shared = {
  ...stamps,
  aggregationMethod: "sum",
  aggregationPeriod: "daily",
  timeZone: null,
  startsAt: null,
  endsAt: null,
  activityIds: [],
  eudTitle: null,
  eudDescription: null,
  eudIcon: defaultIcon,
  resolvedLanguages: {},
  translations: {},
  translationStates: {},
};

const MAX_RUN_LENGTH = 2_147_483_647;

describe.each([
  { noun: "streak", least: streakLeast, full: { ...shared, ...streakLeast } },
  { noun: "challenge", least: challengeLeast, full: { ...shared, ...challengeLeast } },
] as { noun: "streak" | "challenge"; least: Json; full: Json }[])("a $noun", ({ noun, least, full }) => {
  const path = `/schema/${noun}/record`;
  const refused = async (values: Json, ...pointers: string[]) =>
    expectProblem(await api.post(path, { ...least, ...values }), 400, "invalid_request", ...pointers);

  it("is created with its defaults, read, changed field by field, and deleted", async () => {
    const created = await api.post<{ data: WireRecord }>(path, least);
    expect(created).toMatchObject({ status: 201, body: { data: full } });
    expect(Object.keys(created.body.data).sort()).toEqual([...Object.keys(full)].sort());
    const one = `${path}/${created.body.data.id}`;
    expect(await api.get(one)).toMatchObject({ status: 200, body: created.body });

    const patched = await api.patch<{ data: WireRecord }>(one, {
      eudTitle: "Hello",
      startsAt: "2026-04-10T21:15:38+02:00",
    });
    expect(patched).toMatchObject({
      status: 200,
      body: {
        data: {
          ...full,
          eudTitle: "Hello",
          resolvedLanguages: { eudTitle: "en" },
          startsAt: "2026-04-10T19:15:38.000Z",
        },
      },
    });
    expect(await api.patch(one, {})).toMatchObject({ status: 200, body: { data: { eudTitle: "Hello" } } });
    expect(await api.patch(one, { eudTitle: null })).toMatchObject({ status: 200, body: { data: { eudTitle: null } } });

    const deleted = await api.delete(one);
    expect(deleted).toMatchObject({ status: 204, body: {} });
    for (const again of [await api.get(one), await api.patch(one, { name: "x" }), await api.delete(one)])
      expectProblem(again, 404, "not_found");
    expect((await api.list(noun, { filters: where("id", created.body.data.id) })).data).toEqual([]);
  });

  it("names every field that is missing, wrong or unknown", async () => {
    const missing = noun === "streak" ? ["/aggregationTargetValue"] : [];
    expectProblem(
      await api.post(path, {}),
      400,
      "invalid_request",
      "/name",
      "/description",
      "/status",
      "/completionTargetValue",
      ...missing,
    );
    const { errors } = expectProblem(
      await api.post(path, { ...least, surprise: 1, "a/b~c": 2 }),
      400,
      "invalid_request",
      "/surprise",
      "/a~1b~0c",
    );
    expect(errors.map(({ code }) => code)).toEqual(["unknown_field", "unknown_field"]);
    await refused({ id: randomUUID() }, "/id");
    await refused({ createdAt: "2026-01-01T00:00:00Z" }, "/createdAt");
    await refused({ name: "", description: "a".repeat(1025), status: "on" }, "/name", "/description", "/status");
    await refused(
      { aggregationMethod: "max", aggregationPeriod: "hourly" },
      "/aggregationMethod",
      "/aggregationPeriod",
    );
    await refused({ timeZone: "Mars/Olympus" }, "/timeZone");
    await refused({ timeZone: "+02:00" }, "/timeZone");
    await refused({ startsAt: "2026-04-10", endsAt: "2026-04-10T10:00:00" }, "/startsAt", "/endsAt");
    await refused({ startsAt: "2026-04-10T00:00:00Z", endsAt: "2026-04-10T00:00:00Z" }, "/endsAt");
    await refused({ eudTitle: "a".repeat(49), eudDescription: "a".repeat(1025) }, "/eudTitle", "/eudDescription");
    await refused({ name: 5, description: null }, "/name", "/description");
  });

  it("knows no field that every object has", async () => {
    for (const name of ["__proto__", "constructor", "toString"])
      expectProblem(
        await api.post(path, JSON.stringify({ ...least, field: {} }).replace('"field"', `"${name}"`)),
        400,
        "invalid_request",
        `/${name}`,
      );
  });

  it("counts lengths in code points", async () => {
    const values = {
      ...least,
      name: "🎉".repeat(256),
      description: "é".repeat(1024),
      eudTitle: "👩‍🚀".slice(0, 2).repeat(48),
    };
    expect(await api.post(path, values)).toMatchObject({ status: 201, body: { data: values } });
    await refused({ name: "🎉".repeat(257) }, "/name");
  });

  it("refuses texts that no database can keep, and keeps all others as they are", async () => {
    await refused({ name: "a\0b" }, "/name");
    expectProblem(
      await api.post(path, JSON.stringify({ ...least, name: "x" }).replace('"x"', '"\\ud800"')),
      400,
      "invalid_request",
      "/name",
    );
    const odd = `<script>alert(1)</script> '"; drop table streak; -- \u202e \u200b ${"z͑ͫ̓ͪ̂ͫ̽"} \\u0041 {{rewardValidTill}}`;
    expect(await api.post(path, { ...least, name: odd })).toMatchObject({ status: 201, body: { data: { name: odd } } });
  });

  it("takes exact amounts within their limits", async () => {
    const field = noun === "streak" ? "aggregationTargetValue" : "completionTargetValue";
    for (const value of [0.000001, 0.1, 1e12, 123456789.012345, 999999999999.999]) {
      const reply = await api.post<{ data: Json }>(path, { ...least, [field]: value });
      expect([reply.status, reply.body.data[field]]).toEqual([201, value]);
    }
    for (const value of [0, -1, -0.1, 0.0000001, 1e12 + 1, 1234567890.1234567, "1", "NaN", null, true])
      await refused({ [field]: value }, `/${field}`);
    for (const raw of ["1e400", "-1e400", "0.1234567", "1000000000000.5"])
      expectProblem(
        await api.post(path, JSON.stringify({ ...least, [field]: 77 }).replace(":77", `:${raw}`)),
        400,
        "invalid_request",
        `/${field}`,
      );
  });

  it("locks what its arithmetic rests on once it has logs", async () => {
    const make = noun === "streak" ? newStreak : newChallenge;
    const parent = await make(api, { aggregationMethod: "sum", startsAt: "2026-01-01T00:00:00Z" });
    const one = `${path}/${parent.id}`;
    const others = {
      aggregationMethod: "count",
      aggregationPeriod: "weekly",
      completionTargetValue: 999,
      timeZone: "Asia/Tokyo",
      startsAt: "2026-01-02T00:00:00Z",
    };
    const locked: Json = noun === "streak" ? { ...others, aggregationTargetValue: 2 } : others;
    expect((await api.patch(one, { completionTargetValue: 1001 })).status).toBe(200);

    const log = noun === "streak" ? streakLog(parent.id, { activityValue: 1 }) : challengeLog(parent.id);
    expect((await api.post(`/schema/${noun}_log/record`, log)).status).toBe(201);
    for (const [field, value] of Object.entries(locked))
      expectProblem(await api.patch(one, { [field]: value }), 409, "locked", `/${field}`);
    expectProblem(
      await api.patch(one, { ...locked, name: "new" }),
      409,
      "locked",
      ...Object.keys(locked).map((field) => `/${field}`),
    );
    expect((await api.read(noun, parent.id))["name"]).toBe(parent["name"]);

    const free = { name: "new", status: "paused", endsAt: "2030-01-01T00:00:00Z", eudTitle: "t" };
    expect(
      await api.patch(one, { ...free, startsAt: "2026-01-01T00:00:00Z", completionTargetValue: 1001 }),
    ).toMatchObject({
      status: 200,
      body: { data: { ...free, endsAt: "2030-01-01T00:00:00.000Z" } },
    });
  });

  it("keeps its logs, progress and rewards readable when it is deleted, and takes no more", async () => {
    const parent = await (noun === "streak" ? newStreak : newChallenge)(api, { aggregationMethod: "count" });
    const milestone = await newMilestone(api, noun, parent.id, 1);
    const log = () => (noun === "streak" ? streakLog(parent.id) : challengeLog(parent.id));
    const { body } = await api.post<{ data: Json }>(`/schema/${noun}_log/record`, log());
    expect((await api.delete(`${path}/${parent.id}`)).status).toBe(204);

    expectProblem(await api.post(`/schema/${noun}_log/record`, log()), 404, "not_found", `/${noun}Id`);
    expect(await api.read(`${noun}_log`, String(body.data["id"]))).toMatchObject({ [`${noun}Id`]: parent.id });
    expect((await api.read(`${noun}_progress`, (body.data["progress"] as WireRecord).id))["currentProgressValue"]).toBe(
      1,
    );
    const rewards = await api.all("reward_log", { filters: where("linkedSchemaRecordId", parent.id) });
    expect(rewards).toMatchObject([{ milestone: { id: milestone.id, name: "Rung 1" } }]);
    const hanging = {
      linkedSchemaSlug: noun,
      linkedSchemaRecordId: parent.id,
      name: "m",
      description: "m",
      milestoneTargetValue: 1,
      status: "live",
    };
    expectProblem(await api.post("/schema/milestone/record", hanging), 400, "invalid_request", "/linkedSchemaRecordId");
  });
});

describe("a streak's numbers", () => {
  it.each([0, -1, 1.5, "3", null, MAX_RUN_LENGTH + 1, 1e15])(
    "completionTargetValue %j is refused",
    async (completionTargetValue) => {
      expectProblem(
        await api.post("/schema/streak/record", { ...streakLeast, completionTargetValue }),
        400,
        "invalid_request",
        "/completionTargetValue",
      );
    },
  );

  it("takes a run of any length that an integer holds", async () => {
    const completionTargetValue = MAX_RUN_LENGTH;
    const { id } = await newStreak(api, { completionTargetValue });
    await newMilestone(api, "streak", id, completionTargetValue);
    const reply = await api.post<Json>("/schema/streak_log/record", streakLog(id));
    expect(reply).toMatchObject({ status: 201, body: { data: { progress: { currentProgressValue: 1 } } } });
    const asked = { filters: { and: [where("id", id), where("completionTargetValue", completionTargetValue, "gte")] } };
    expect((await api.list("streak", asked)).data).toMatchObject([{ completionTargetValue }]);
  });

  it("has no all_time period, which a challenge has", async () => {
    const all = { aggregationPeriod: "all_time" };
    expectProblem(
      await api.post("/schema/streak/record", { ...streakLeast, ...all }),
      400,
      "invalid_request",
      "/aggregationPeriod",
    );
    expect((await api.post("/schema/challenge/record", { ...challengeLeast, ...all })).status).toBe(201);
    expectProblem(
      await api.post("/schema/challenge/record", { ...challengeLeast, aggregationTargetValue: 1 }),
      400,
      "invalid_request",
      "/aggregationTargetValue",
    );
  });

  it("cannot end before its milestones", async () => {
    const streak = await newStreak(api, { completionTargetValue: 10 });
    await newMilestone(api, "streak", streak.id, 7);
    const path = `/schema/streak/record/${streak.id}`;
    expectProblem(
      await api.patch(path, { completionTargetValue: 6 }),
      400,
      "invalid_request",
      "/completionTargetValue",
    );
    expect((await api.patch(path, { completionTargetValue: 7 })).status).toBe(200);
  });
});

describe("a milestone", () => {
  const path = "/schema/milestone/record";
  const on = (parent: WireRecord, values: Json = {}, slug = "streak") => ({
    linkedSchemaSlug: slug,
    linkedSchemaRecordId: parent.id,
    name: "Rung",
    description: "A rung",
    milestoneTargetValue: 3,
    status: "live",
    ...values,
  });

  it("is created with its defaults, changed, and deleted", async () => {
    const parent = await newStreak(api);
    const created = await api.post<{ data: WireRecord }>(path, on(parent));
    expect(created.status).toBe(201);
    expect(created.body.data).toEqual({
      ...stamps,
      ...on(parent),
      points: 0,
      repeatable: true,
      eudTitle: null,
      eudDescription: null,
      eudIcon: defaultIcon,
      eudMilestoneRewardTitle: null,
      eudMilestoneRewardInstructionMessage:
        "Use the offer code at checkout to redeem your reward! Valid till {{rewardValidTill}}.",
      resolvedLanguages: { eudMilestoneRewardInstructionMessage: "en" },
      translations: {},
      translationStates: {},
    });
    const one = `${path}/${created.body.data.id}`;
    const changes = { points: 50, repeatable: false, eudMilestoneRewardTitle: "10 % off", milestoneTargetValue: 4 };
    expect(await api.patch(one, changes)).toMatchObject({ status: 200, body: { data: changes } });
    expect((await api.delete(one)).status).toBe(204);
    expectProblem(await api.get(one), 404, "not_found");
  });

  it("fits its parent", async () => {
    const streak = await newStreak(api, { completionTargetValue: 5 });
    const challenge = await newChallenge(api);
    expect((await api.post(path, on(streak, { milestoneTargetValue: 5 }))).status).toBe(201);
    expect((await api.post(path, on(streak, { milestoneTargetValue: 5 }))).status).toBe(201);
    for (const milestoneTargetValue of [6, 1.5, 0, -1, "3", null])
      expectProblem(
        await api.post(path, on(streak, { milestoneTargetValue })),
        400,
        "invalid_request",
        "/milestoneTargetValue",
      );
    expect((await api.post(path, on(challenge, { milestoneTargetValue: 0.1 }, "challenge"))).status).toBe(201);
    expectProblem(await api.post(path, on(challenge)), 400, "invalid_request", "/linkedSchemaRecordId");
    expectProblem(await api.post(path, on({ id: randomUUID() })), 400, "invalid_request", "/linkedSchemaRecordId");
    expectProblem(await api.post(path, on({ id: "none" })), 400, "invalid_request", "/linkedSchemaRecordId");
    expectProblem(await api.post(path, on(streak, {}, "member")), 400, "invalid_request", "/linkedSchemaSlug");
    const { id } = await newMilestone(api, "streak", streak.id, 2);
    expectProblem(
      await api.patch(`${path}/${id}`, { milestoneTargetValue: 6 }),
      400,
      "invalid_request",
      "/milestoneTargetValue",
    );
  });

  it("checks its texts, points and flags", async () => {
    const parent = await newStreak(api);
    const bad = {
      points: -1,
      repeatable: "yes",
      eudTitle: "a".repeat(49),
      eudMilestoneRewardTitle: "a".repeat(49),
      eudDescription: "a".repeat(1025),
    };
    expectProblem(
      await api.post(path, on(parent, bad)),
      400,
      "invalid_request",
      ...Object.keys(bad).map((field) => `/${field}`),
    );
    for (const points of [1.5, "1", 1e12])
      expectProblem(await api.post(path, on(parent, { points })), 400, "invalid_request", "/points");
    const typo = { eudMilestoneRewardInstructionMessage: "Valid till {{rewardValidTil}}" };
    const { detail } = expectProblem(
      await api.post(path, on(parent, typo)),
      400,
      "invalid_request",
      "/eudMilestoneRewardInstructionMessage",
    );
    expect(detail).toContain("{{rewardValidTill}}");
    expect(
      (await api.post(path, on(parent, { eudMilestoneRewardInstructionMessage: "Till <<rewardValidTill>>" }))).status,
    ).toBe(201);
  });

  it("keeps its target once it has paid", async () => {
    const parent = await newStreak(api);
    const milestone = await newMilestone(api, "streak", parent.id, 1);
    expect((await api.post("/schema/streak_log/record", streakLog(parent.id))).status).toBe(201);
    const one = `${path}/${milestone.id}`;
    expectProblem(await api.patch(one, { milestoneTargetValue: 2 }), 409, "locked", "/milestoneTargetValue");
    expect(await api.patch(one, { milestoneTargetValue: 1, name: "same" })).toMatchObject({
      status: 200,
      body: { data: { name: "same" } },
    });
  });

  it("stays with its parent: naming it again changes nothing, naming another is refused", async () => {
    const [parent, other] = [await newStreak(api), await newStreak(api)];
    const one = `${path}/${(await newMilestone(api, "streak", parent.id, 1)).id}`;
    const same = { linkedSchemaSlug: "streak", linkedSchemaRecordId: parent.id };
    expect((await api.patch(one, same)).status).toBe(200);
    expectProblem(
      await api.patch(one, { linkedSchemaSlug: "challenge", linkedSchemaRecordId: other.id }),
      409,
      "locked",
      "/linkedSchemaSlug",
      "/linkedSchemaRecordId",
    );
  });

  it("rewards only what is crossed while it is live", async () => {
    const parent = await newStreak(api);
    const member = { ownedBy: { externalId: unique("member") } };
    const log = (day: number) =>
      api.post<{ data: Json }>(
        "/schema/streak_log/record",
        streakLog(parent.id, { ...member, activityAt: `2026-04-0${day}T12:00:00Z` }),
      );
    const draft = await newMilestone(api, "streak", parent.id, 1, { status: "draft" });
    const gone = await newMilestone(api, "streak", parent.id, 2);
    expect((await log(1)).body.data["achievedMilestones"]).toEqual([]);
    await api.patch(`${path}/${draft.id}`, { status: "live" });
    await api.delete(`${path}/${gone.id}`);
    expect((await log(2)).body.data["achievedMilestones"]).toEqual([]);
    const late = await newMilestone(api, "streak", parent.id, 3);
    expect((await log(3)).body.data["achievedMilestones"]).toMatchObject([{ id: late.id }]);
  });

  it("stays readable on its rewards when deleted", async () => {
    const parent = await newStreak(api);
    const milestone = await newMilestone(api, "streak", parent.id, 1, { eudTitle: "Kept" });
    const { body } = await api.post<{ data: Json }>("/schema/streak_log/record", streakLog(parent.id));
    expect((await api.delete(`${path}/${milestone.id}`)).status).toBe(204);
    const reward = await api.read("reward_log", (body.data["achievedMilestoneRewardLog"] as WireRecord).id);
    expect(reward).toMatchObject({ milestone: { id: milestone.id, eudTitle: "Kept" } });
  });
});
