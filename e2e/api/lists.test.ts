import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { newChallenge, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, type Json, type WireRecord, where } from "./support/client";
import { inParallel } from "./support/concurrency";
import { NOUNS } from "./support/nouns";
import { expectProblem } from "./support/problems";

const api = admin();
const PATH = "/schema/member/record";
const mark = unique("listed");
const COUNT = 23;
const LARGEST_AMOUNT = 1e12;
const mine = where("lastName", mark);
const asc = (fieldSlug: string) => [{ fieldSlug, order: "ASC" }];
const byName = asc("externalId");

/** Members that only these tests see, by their last name. */
const rows = Array.from({ length: COUNT }, (_, n) => ({
  externalId: `${mark}-${String(n).padStart(2, "0")}`,
  lastName: mark,
  firstName: n % 3 === 0 ? null : `Name ${n % 5}`,
  displayName: ["100 % sure", "a_b", "back\\slash", "Ünïcode 🎉", "plain"][n % 5],
  status: n % 4 === 0 ? "paused" : "live",
}));
let members: WireRecord[] = [];

beforeAll(async () => {
  await inParallel(rows, 8, async (row) => {
    await api.create("member", row);
  });
  members = await api.all("member", { filters: mine, sortBy: byName });
  expect(members).toHaveLength(COUNT);
});

const names = (list: Json[]) => list.map((row) => String(row["externalId"]).slice(-2));
const matching = (test: (row: (typeof rows)[number]) => boolean) => names(rows.filter(test));
const found = async (filter: Json) =>
  names((await api.list("member", { filters: { and: [mine, filter] }, sortBy: byName, limit: 1000 })).data);
const refused = async (query: Json, parameter: string, told: string) => {
  const problem = expectProblem(await api.get(PATH, { query }), 400, "invalid_request", `?${parameter}`);
  expect(problem.detail).toContain(told);
};

describe("filters", () => {
  it.each<[string, Json, (row: (typeof rows)[number]) => boolean]>([
    ["eq", where("status", "paused"), (row) => row.status === "paused"],
    ["neq", where("firstName", "Name 1", "neq"), (row) => row.firstName !== "Name 1"],
    ["gt", where("externalId", `${mark}-10`, "gt"), (row) => row.externalId > `${mark}-10`],
    ["gte", where("externalId", `${mark}-10`, "gte"), (row) => row.externalId >= `${mark}-10`],
    ["lt", where("externalId", `${mark}-10`, "lt"), (row) => row.externalId < `${mark}-10`],
    ["lte", where("externalId", `${mark}-10`, "lte"), (row) => row.externalId <= `${mark}-10`],
    [
      "in",
      where("externalId", [`${mark}-01`, `${mark}-22`, "nobody"], "in"),
      (row) => /-(01|22)$/.test(row.externalId),
    ],
    ["contains, as written", where("displayName", "0 %", "contains"), (row) => row.displayName === "100 % sure"],
    ["contains an underscore", where("displayName", "_", "contains"), (row) => row.displayName === "a_b"],
    ["contains a backslash", where("displayName", "\\", "contains"), (row) => row.displayName === "back\\slash"],
    ["contains, in any case", where("displayName", "PLAIN", "contains"), (row) => row.displayName === "plain"],
    ["startsWith", where("displayName", "Ünï", "startsWith"), (row) => row.displayName === "Ünïcode 🎉"],
    ["isNull", { fieldSlug: "firstName", operator: "isNull" }, (row) => row.firstName === null],
    ["isNotNull", { fieldSlug: "firstName", operator: "isNotNull" }, (row) => row.firstName !== null],
    [
      "or",
      { or: [where("status", "paused"), where("displayName", "plain")] },
      (row) => row.status === "paused" || row.displayName === "plain",
    ],
    [
      "and in or",
      { or: [{ and: [where("status", "live"), where("displayName", "a_b")] }, where("externalId", `${mark}-00`)] },
      (row) => (row.status === "live" && row.displayName === "a_b") || row.externalId.endsWith("-00"),
    ],
    ["a quote", where("displayName", "' or 1=1 --", "contains"), () => false],
  ])("%s", async (_name, filter, test) => {
    expect(await found(filter)).toEqual(matching(test));
  });

  it("compare instants, whole numbers, ids and amounts", async () => {
    const [first] = members;
    expect(await found(where("id", first?.id))).toEqual(["00"]);
    expect(await found(where("createdAt", "2000-01-01T00:00:00+14:00", "gt"))).toHaveLength(COUNT);
    expect((await api.list("milestone", { filters: where("points", 1_000_000_000, "gte") })).data).toEqual([]);
    const name = unique("amounts");
    for (const completionTargetValue of [0.1, 0.2, 30]) await newChallenge(api, { name, completionTargetValue });
    const between = {
      and: [where("name", name), where("completionTargetValue", 0.1, "gt"), where("completionTargetValue", 30, "lt")],
    };
    expect((await api.list("challenge", { filters: between })).data).toMatchObject([{ completionTargetValue: 0.2 }]);
  });

  it("in takes 1,000 values, which fit into the address", async () => {
    const ids = Array.from({ length: 999 }, () => randomUUID());
    expect(await found(where("id", [...ids, members[7]?.id], "in"))).toEqual(["07"]);
    await refused({ filters: where("externalId", Array.from({ length: 1001 }, String), "in") }, "filters", "1 to 1000");
  });

  it.each<[string, Json | string, string]>([
    ["an unknown field", where("nope", 1), "nope"],
    ["a field that does not filter", where("metadata", 1), "metadata"],
    ["a field of every object", where("constructor", "x"), "constructor"],
    ["an unknown operator", where("status", "live", "like"), "like"],
    ["a value of the wrong type", where("createdAt", 5), "createdAt"],
    ["a status that is none", where("status", "gone"), "gone"],
    ["a date without time", where("createdAt", "2026-04-10", "gt"), "createdAt"],
    ["no UUID", where("id", "1"), "id"],
    ["NUL", where("lastName", "a\0"), "lastName"],
    ["in without a list", where("id", "x", "in"), "in"],
    ["in with an empty list", where("lastName", [], "in"), "in"],
    ["contains on a status", where("status", "li", "contains"), "contains"],
    ["isNotNull with null", where("status", null, "isNotNull"), "isNotNull"],
    ["isNull with a value", where("status", "x", "isNull"), "isNull"],
    ["an unknown key", { ...where("status", "live"), extra: 1 }, "fieldSlug"],
    ["an empty and", { and: [] }, "and"],
    ["an array", "[]", "fieldSlug"],
    ["no JSON", "{", "JSON"],
  ])("with %s: 400 that names it", async (_name, filters, told) => {
    await refused({ filters }, "filters", told);
  });

  it.each([
    ["streak_log", "uniqueIdentifier", "contains"],
    ["challenge_log", "activityId", "contains"],
    ["reward_log", "periodKey", "contains"],
    ["reward_log", "state", "gt"],
    ["reward_log", "state", "isNull"],
    ["reward_log", "ownedById", "startsWith"],
    ["streak_progress", "streakProgressStatus", "lte"],
    ["challenge_progress", "challengeProgressStatus", "isNotNull"],
    ["milestone", "repeatable", "contains"],
  ])("of %s refuse for %s what no index serves, and name what it takes: %s", async (noun, fieldSlug, operator) => {
    const reply = await api.get(`/schema/${noun}/record`, { query: { filters: where(fieldSlug, "x", operator) } });
    const { detail } = expectProblem(reply, 400, "invalid_request", "?filters");
    expect(detail).toContain(`${operator} is not for ${fieldSlug}, which takes eq, neq`);
  });

  it("find keys by their beginning, as it is written", async () => {
    const streak = await newStreak(api);
    const prefix = unique("Order_100%");
    for (const uniqueIdentifier of [`${prefix}-1`, `${prefix}-2`, `${prefix.toLowerCase()}-3`])
      await api.create("streak_log", streakLog(streak.id, { uniqueIdentifier, activityId: "at_till" }));
    const begins = async (fieldSlug: string, value: string) => {
      const filters = { and: [where("streakId", streak.id), where(fieldSlug, value, "startsWith")] };
      return (await api.all("streak_log", { filters })).length;
    };
    expect(await begins("uniqueIdentifier", prefix)).toBe(2);
    expect(await begins("uniqueIdentifier", prefix.toLowerCase())).toBe(1);
    expect(await begins("activityId", "at_")).toBe(3);
    expect(await begins("activityId", "at%")).toBe(0);
    expect(await begins("periodKey", "daily_2026-04")).toBe(3);
    expect(await begins("activityId", "")).toBe(3);
  });

  it("has a limit of conditions", async () => {
    await refused({ filters: { or: Array.from({ length: 51 }, () => mine) } }, "filters", "50");
  });
});

describe("fields", () => {
  it("chooses fields; the id always comes", async () => {
    const { data } = await api.list("member", { filters: mine, fields: ["externalId", "metadata"], limit: 1 });
    expect(Object.keys(data[0] ?? {}).sort()).toEqual(["externalId", "id", "metadata"]);
  });

  it.each<[unknown, string]>([
    [["nope"], "nope"],
    ["id", "JSON"],
    [[], "fields"],
    [[1], "fields"],
    [{ id: 1 }, "fields"],
  ])("%j: 400", async (fields, told) => {
    await refused({ fields }, "fields", told);
  });
});

describe("sortBy", () => {
  it("is the newest first unless asked otherwise", async () => {
    const { data } = await api.list("member", { filters: mine, limit: 1000 });
    const keys = data.map((row) => `${row["createdAt"]} ${row.id}`);
    expect(keys).toEqual([...keys].sort().reverse());
  });

  it("sorts by several fields, nulls last when ascending and first when descending", async () => {
    const sorted = async (order: string) =>
      (
        await api.list("member", {
          filters: mine,
          sortBy: [
            { fieldSlug: "firstName", order },
            { fieldSlug: "externalId", order: "DESC" },
          ],
          limit: 1000,
        })
      ).data;
    const ascending = (await sorted("ASC")).map((row) => `${row["firstName"] ?? "~"}`);
    expect(ascending).toEqual([...ascending].sort());
    const descending = (await sorted("DESC")).map((row) => `${row["firstName"] ?? "~"}`);
    expect(descending).toEqual([...descending].sort().reverse());
  });

  it.each<[unknown, string]>([
    [asc("nope"), "nope"],
    [asc("metadata"), "metadata"],
    [asc("toString"), "toString"],
    [[{ fieldSlug: "id", order: "UP" }], "sortBy"],
    [[], "sortBy"],
    [Array.from({ length: 5 }, () => ({ fieldSlug: "id", order: "ASC" })), "sortBy"],
    ["id", "JSON"],
  ])("%j: 400", async (sortBy, told) => {
    await refused({ sortBy }, "sortBy", told);
  });
});

describe("pages", () => {
  it("by offset", async () => {
    const page = await api.list("member", {
      filters: mine,
      sortBy: byName,
      offset: 20,
      limit: 2,
      fetchTotalCount: true,
    });
    expect(names(page.data)).toEqual(["20", "21"]);
    expect(page.paging).toEqual({ offset: 20, limit: 2, nextCursor: expect.any(String), totalCount: COUNT });
    expect((await api.list("member", { filters: mine, offset: COUNT })).data).toEqual([]);
  });

  it.each([
    ["default order", undefined],
    ["a field with nulls, ascending", asc("firstName")],
    ["a field with nulls, descending", [{ fieldSlug: "firstName", order: "DESC" }]],
    [
      "two directions",
      [
        { fieldSlug: "status", order: "ASC" },
        { fieldSlug: "firstName", order: "DESC" },
      ],
    ],
    ["two fields with nulls", [...asc("firstName"), ...asc("email")]],
    ["a field with nulls behind one without", [...asc("status"), ...asc("firstName")]],
    ["a field that all share", asc("lastName")],
    ["the id", asc("id")],
  ])("by cursor see every row once: %s", async (_name, sortBy) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < COUNT; page++) {
      const after: Json = cursor === null ? {} : { startingAfter: cursor };
      const { data, paging } = await api.list("member", {
        filters: mine,
        limit: 4,
        ...(sortBy ? { sortBy } : {}),
        ...after,
      });
      seen.push(...data.map(({ id }) => id));
      cursor = paging.nextCursor;
      if (cursor === null) break;
    }
    expect(seen).toHaveLength(COUNT);
    expect(new Set(seen)).toEqual(new Set(members.map(({ id }) => id)));
    const whole = await api.list("member", { filters: mine, limit: 1000, ...(sortBy ? { sortBy } : {}) });
    expect(seen).toEqual(whole.data.map(({ id }) => id));
  });

  it("by cursor miss nothing that was there when records come in between", async () => {
    const first = await api.list("member", { filters: mine, limit: 10 });
    const late = await api.create("member", { externalId: `${mark}-late`, lastName: mark });
    const rest = await api.all("member", { filters: mine, startingAfter: first.paging.nextCursor, limit: 1000 });
    await api.delete(`${PATH}/${late.id}`);
    expect([...first.data, ...rest].map(({ id }) => id).sort()).toEqual(members.map(({ id }) => id).sort());
  });

  it("refuses a cursor that is altered, of another order, or of another list", async () => {
    const { paging } = await api.list("member", { filters: mine, limit: 2 });
    const cursor = String(paging.nextCursor);
    const [payload = "", signature] = cursor.split(".");
    const other = Buffer.from(Buffer.from(payload, "base64url").toString().replace(/\d/, "9")).toString("base64url");
    for (const startingAfter of [`${other}.${signature}`, `${payload}.`, payload, "", "x.y", `${cursor}x`])
      await refused({ startingAfter }, "startingAfter", "startingAfter");
    await refused({ startingAfter: cursor, sortBy: byName }, "startingAfter", "sortBy");
    await newStreak(api);
    expectProblem(
      await api.get("/schema/streak/record", { query: { startingAfter: cursor } }),
      400,
      "invalid_request",
      "?startingAfter",
    );
  });

  it.each<[Json, string]>([
    [{ limit: 0 }, "limit"],
    [{ limit: 1001 }, "limit"],
    [{ limit: -1 }, "limit"],
    [{ limit: 1.5 }, "limit"],
    [{ limit: "ten" }, "limit"],
    [{ limit: "" }, "limit"],
    [{ offset: -1 }, "offset"],
    [{ offset: "1e3" }, "offset"],
    [{ fetchTotalCount: "yes" }, "fetchTotalCount"],
    [{ page: 2 }, "page"],
    [{ filter: "{}" }, "filter"],
    [{ constructor: 1 }, "constructor"],
  ])("%j: 400 that names the parameter", async (query, parameter) => {
    await refused(query, parameter, parameter);
  });

  it("refuses offset with startingAfter, a parameter given twice, and names all that is wrong", async () => {
    const { paging } = await api.list("member", { filters: mine, limit: 2 });
    await refused({ startingAfter: paging.nextCursor, offset: 0 }, "offset", "startingAfter");
    expectProblem(await api.get(`${PATH}?limit=1&limit=2`), 400, "invalid_request", "?limit");
    expectProblem(
      await api.get(`${PATH}?limit=0&nope=1&sortBy=x`),
      400,
      "invalid_request",
      "?limit",
      "?nope",
      "?sortBy",
    );
  });

  it("holds 20 rows by default, and counts only when asked to", async () => {
    const { data, paging } = await api.list("member", { filters: mine });
    expect(data).toHaveLength(20);
    expect(paging).toEqual({ offset: 0, limit: 20, nextCursor: expect.any(String) });
    expect(await api.list("member", { filters: mine, limit: 1000, fetchTotalCount: "false" })).toMatchObject({
      paging: { nextCursor: null },
    });
    expect((await api.list("member", { filters: mine, languageCode: "not a code" })).data).toHaveLength(20);
  });
});

describe("every noun's list", () => {
  it.each(NOUNS)("%s filters, sorts and chooses by every field that it publishes", async (noun) => {
    const problem = expectProblem(
      await api.get(`/schema/${noun}/record`, { query: { sortBy: asc("nope") } }),
      400,
      "invalid_request",
    );
    const published = problem.detail
      .replace(/^.*known are /, "")
      .replace(/\.$/, "")
      .split(", ");
    expect(published).toEqual(expect.arrayContaining(["id", "createdAt", "updatedAt"]));
    for (const fieldSlug of published) {
      for (const order of ["ASC", "DESC"]) {
        const first = await api.list(noun, {
          sortBy: [{ fieldSlug, order }],
          limit: 1,
          fields: [fieldSlug],
          fetchTotalCount: true,
        });
        expect(first.paging.totalCount).toBeGreaterThanOrEqual(0);
        const { nextCursor } = first.paging;
        if (nextCursor) await api.list(noun, { sortBy: [{ fieldSlug, order }], limit: 1, startingAfter: nextCursor });
        const value = first.data[0]?.[fieldSlug];
        // A sum may be longer than an amount that anybody may send.
        if (Number(value) > LARGEST_AMOUNT) continue;
        const filters =
          value === null || value === undefined ? { fieldSlug, operator: "isNull" } : where(fieldSlug, value);
        const same = await api.list(noun, { filters, fields: [fieldSlug], limit: 5, fetchTotalCount: true });
        for (const row of same.data) expect(row[fieldSlug] ?? null).toEqual(value ?? null);
        if (first.data.length > 0) expect(same.data.length).toBeGreaterThan(0);
      }
    }
    const choice = expectProblem(
      await api.get(`/schema/${noun}/record`, { query: { fields: ["nope"] } }),
      400,
      "invalid_request",
    );
    const fields = choice.detail
      .replace(/^.*known are /, "")
      .replace(/\.$/, "")
      .split(", ");
    const { data } = await api.list(noun, { limit: 1 });
    for (const row of data) expect(Object.keys(row).sort()).toEqual([...fields].sort());
  });
});
