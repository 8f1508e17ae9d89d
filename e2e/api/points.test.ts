import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { blockRow } from "@/db/testing/block-table";
import { unique } from "./support/campaigns";
import { admin, Client, type Json, type Options, type Reply, stranger } from "./support/client";
import { inParallel, statusCounts } from "./support/concurrency";
import { FOREIGN_SECRET, secretWith } from "./support/keys";
import { asMember } from "./support/tokens";

const api = admin();
const AWARD = "/v1/points/award";
const eventType = unique("purchase");

interface Envelope extends Json {
  message: string;
  code: number;
  status: string;
  data: Json;
  errors: { pointer: string; code: string; message: string }[];
}

beforeAll(async () => {
  await api.create("reward_rule", { eventType, points: 10, status: "live" });
});

const award = (values: Json = {}, options: Options = {}, caller = api): Promise<Reply<Envelope>> =>
  caller.post<Envelope>(AWARD, { userId: unique("user"), eventType, ...values }, options);

/** Checks that an answer is an error of the points API, and that it points at just these places. */
function expectError(reply: Reply, status: number, code: string, ...pointers: string[]): Envelope {
  const body = reply.body as Envelope;
  expect(reply.status, JSON.stringify(body)).toBe(status);
  expect(reply.headers.get("content-type")).toBe("application/json; charset=utf-8");
  expect(Object.keys(body)).toEqual(["message", "code", "status", "errors"]);
  expect(body).toMatchObject({ code: status, status: "error" });
  expect(body.message).not.toBe("");
  expect(reply.headers.get("x-request-id")).not.toBe("");
  for (const error of body.errors) expect(Object.keys(error)).toEqual(["pointer", "code", "message"]);
  expect(body.errors.map((error) => error.code)).toContain(code);
  if (pointers.length > 0) expect(body.errors.map(({ pointer }) => pointer)).toEqual(pointers);
  return body;
}

describe("an award", () => {
  it("is answered to the letter, and read as balance and history", async () => {
    const userId = unique("user");
    const sent = { userId, displayName: "Ada", email: "ada@example.com", metadata: { order: 1 }, reference: "order-1" };
    const { status, body } = await award({ ...sent, reference: `order-${userId}` });
    expect(status).toBe(200);
    const data = {
      ledgerId: expect.any(String),
      userId,
      eventType,
      pointsAwarded: 10,
      userBalance: 10,
      reference: `order-${userId}`,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    };
    expect(body).toEqual({ message: "Points awarded successfully", code: 200, status: "success", data });
    expect(Object.keys(body)).toEqual(["message", "code", "status", "data"]);
    expect(Object.keys(body.data)).toEqual(Object.keys(data));
    const second = await award({ userId });
    expect(Object.keys(second.body.data)).toEqual(Object.keys(data).filter((key) => key !== "reference"));

    const path = `/v1/users/${encodeURIComponent(userId)}`;
    const balance = await api.get<Envelope>(`${path}/balance`);
    const totals = { userId, totalPoints: 20, displayName: "Ada", email: "ada@example.com", metadata: null };
    expect(balance.body).toMatchObject({ code: 200, status: "success", data: totals });
    expect(Object.keys(balance.body.data)).toEqual(Object.keys(totals));
    const history = await api.get<Envelope>(`${path}/history`, { query: { page: 2, limit: 1 } });
    const entry = {
      ledgerId: body.data["ledgerId"],
      eventType,
      points: 10,
      balanceAfter: 10,
      reference: `order-${userId}`,
      metadata: { order: 1 },
      createdAt: body.data["createdAt"],
    };
    expect(history.body).toMatchObject({
      code: 200,
      data: [entry],
      meta: { page: 2, limit: 1, total: 2, totalPages: 2 },
    });
    expect(Object.keys((history.body.data as unknown as Json[])[0] ?? {})).toEqual(Object.keys(entry));
  });

  it.each(["a/b c", "é🎉", "100%", "?x=1#y", "%2F", "null"])("finds the user %j by path", async (name) => {
    const userId = `${name}${randomUUID()}`;
    await award({ userId });
    const { body } = await api.get<Envelope>(`/v1/users/${encodeURIComponent(userId)}/balance`);
    expect(body.data).toMatchObject({ userId, totalPoints: 10 });
  });

  it("with an Idempotency-Key is answered as the first, errors too", async () => {
    const userId = unique("user");
    const options = { headers: { "idempotency-key": randomUUID() } };
    const first = await award({ userId }, options);
    const repeat = await award({ userId }, options);
    expect(repeat.body).toEqual(first.body);
    expect(repeat.headers.get("idempotency-replayed")).toBe("true");
    expectError(await award({ userId, metadata: {} }, options), 422, "idempotency_mismatch");
    const unknown = { headers: { "idempotency-key": randomUUID() } };
    const refused = await award({ userId, eventType: "nothing" }, unknown);
    expectError(refused, 404, "not_found", "/eventType");
    const again = await award({ userId, eventType: "nothing" }, unknown);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(expectError(again, 404, "not_found")).toEqual(refused.body);
    expect((await api.get<Envelope>(`/v1/users/${userId}/balance`)).body.data).toMatchObject({ totalPoints: 10 });
  });
});

describe("an error", () => {
  it("of the award itself is in the envelope", async () => {
    const userId = unique("user");
    await award({ userId, reference: `r-${userId}` });
    const repeated = expectError(await award({ userId, reference: `r-${userId}` }), 409, "duplicate", "/reference");
    expect(repeated.message).toBe("Duplicate reference, points already awarded");
    expectError(await award({ eventType: unique("none") }), 404, "not_found", "/eventType");
    const paused = await api.create("member", { externalId: unique("user"), status: "paused" });
    expectError(await award({ userId: paused["externalId"] }), 422, "member_not_live", "/userId");
    expectError(await api.post(AWARD, {}), 400, "required", "/userId", "/eventType");
    expectError(await award({ pointes: 3 }), 400, "unknown_field", "/pointes");
    expectError(await award({ email: "x" }), 400, "invalid_value", "/email");
    expectError(
      await award({}, { headers: { "idempotency-key": "two words" } }),
      400,
      "invalid_value",
      "Idempotency-Key",
    );
  });

  it("of the protocol is in the envelope", async () => {
    expectError(await stranger().post(AWARD, {}), 401, "unauthenticated");
    expectError(await new Client({ "x-api-key": "mp_live_sk_nobody" }).post(AWARD, {}), 401, "unauthenticated");
    expectError(await award({}, {}, new Client({ "x-api-key": secretWith("points:read") })), 403, "forbidden");
    expectError(await award({}, {}, await asMember("ada")), 403, "forbidden");
    for (const path of ["/v1/nothing", "/v1/", "/v1/users", "/v1/users/a/b/c"])
      expectError(await api.get(path), 404, "not_found");
    const wrong = await api.get(AWARD);
    expectError(wrong, 405, "method_not_allowed");
    expect(wrong.headers.get("allow")).toBe("POST, OPTIONS");
    expectError(await api.send("POST", AWARD, "{"), 400, "malformed_json");
    expectError(
      await api.post(AWARD, "{}", { headers: { "content-type": "text/plain" } }),
      415,
      "unsupported_media_type",
    );
    expectError(await api.post(AWARD, JSON.stringify({ x: "a".repeat(1024 * 1024) })), 413, "payload_too_large");
    const undecodable = await fetch(`${api.baseUrl}/v1/users/%E9/balance`, {
      headers: { "x-api-key": inject("server").apiSecret },
    });
    const reply = {
      status: undecodable.status,
      headers: undecodable.headers,
      body: (await undecodable.json()) as Json,
    };
    expectError(reply, 400, "invalid_request");
  });

  it("of reading is in the envelope", async () => {
    const userId = unique("user");
    for (const what of ["balance", "history"]) {
      expectError(await api.get(`/v1/users/${userId}/${what}`), 404, "not_found");
      expectError(await api.get(`/v1/users/%00/${what}`), 404, "not_found");
      expectError(await stranger().get(`/v1/users/${userId}/${what}`), 401, "unauthenticated");
      const writer = new Client({ "x-api-key": secretWith("points:write") });
      expectError(await writer.get(`/v1/users/${userId}/${what}`), 403, "forbidden");
    }
    await award({ userId });
    expectError(await api.get(`/v1/users/${userId}/history?limit=0`), 400, "invalid_parameter", "?limit");
    expectError(await api.get(`/v1/users/${userId}/history?cursor=1`), 400, "invalid_parameter", "?cursor");
  });
});

describe("the other program of the pair", () => {
  it("has rules, members, balances and references of its own", async () => {
    const foreign = new Client({ "x-api-key": FOREIGN_SECRET });
    const userId = unique("user");
    const reference = unique("r");
    await award({ userId, reference });
    expectError(await award({ userId }, {}, foreign), 404, "not_found", "/eventType");
    expectError(await foreign.get(`/v1/users/${userId}/balance`), 404, "not_found");
    await foreign.create("reward_rule", { eventType, points: 3 });
    expect((await award({ userId, reference }, {}, foreign)).body.data).toMatchObject({ userBalance: 3 });
    expect((await api.get<Envelope>(`/v1/users/${userId}/balance`)).body.data).toMatchObject({ totalPoints: 10 });
  });
});

describe("two hundred awards at once", () => {
  it("to one member have two hundred running balances, without a gap", async () => {
    const userId = unique("user");
    const replies: Reply<Envelope>[] = [];
    await inParallel(Array.from({ length: 200 }), 200, async () => void replies.push(await award({ userId })));
    expect(statusCounts(replies)).toEqual({ 200: 200 });
    const balances = replies.map(({ body }) => Number(body.data["userBalance"])).sort((a, b) => a - b);
    expect(balances).toEqual(Array.from({ length: 200 }, (_, n) => 10 * (n + 1)));
  });

  it("to others do not wait for a member who is busy; the member's own does", async () => {
    const { id, externalId: userId } = await api.create("member", { externalId: unique("user") });
    const { release } = await blockRow(inject("server").databaseUrl, "member", id);
    let ended = false;
    const own = award({ userId }).finally(() => {
      ended = true;
    });
    for (const other of [unique("user"), unique("user")])
      expect(await award({ userId: other })).toMatchObject({ status: 200, body: { data: { userBalance: 10 } } });
    expect(ended).toBe(false);
    await release();
    expect(await own).toMatchObject({ status: 200, body: { data: { userBalance: 10 } } });
  });

  it("with one reference are one award", async () => {
    const userId = unique("user");
    const reference = unique("r");
    const replies: Reply<Envelope>[] = [];
    await inParallel(Array.from({ length: 200 }), 200, async (_, n) => {
      replies.push(await award({ userId: n % 2 ? userId : `${userId}-b`, reference }));
    });
    expect(statusCounts(replies)).toEqual({ 200: 1, 409: 199 });
    const filters = { fieldSlug: "externalId", operator: "startsWith", value: userId };
    expect((await api.list("member", { filters })).data).toMatchObject([{ pointsBalance: 10 }]);
  });
});
