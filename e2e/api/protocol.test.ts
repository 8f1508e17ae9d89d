import { randomUUID } from "node:crypto";
import { describe, expect, inject, it } from "vitest";
import { newStreak, streakLog } from "./support/campaigns";
import { admin, stranger } from "./support/client";
import { NOUNS } from "./support/nouns";
import { expectProblem } from "./support/problems";

const api = admin();
const MEGABYTE = 1024 * 1024;
const STREAKS = "/schema/streak/record";

describe("paths", () => {
  it.each([
    "/schema/nothing/record",
    `/schema/nothing/record/${randomUUID()}`,
    "/schema/streak",
    "/schema/streak/record/a/b",
  ])("%s is unknown: 404", async (path) => {
    expectProblem(await api.get(path), 404, "not_found");
  });

  it.each(NOUNS)("%s: an id that nobody has, or that is none, is 404", async (slug) => {
    for (const id of [randomUUID(), "no-uuid", "%00"])
      expectProblem(await api.get(`/schema/${slug}/record/${id}`), 404, "not_found");
  });
});

describe("query parameters", () => {
  const one = (slug: string) => `/schema/${slug}/record/${randomUUID()}`;

  it.each([
    ...NOUNS.map((slug) => ["GET", one(slug)] as const),
    ...["streak", "challenge", "milestone", "member", "reward_log"].map((slug) => ["PATCH", one(slug)] as const),
    ...["streak", "challenge", "milestone", "member"].map((slug) => ["DELETE", one(slug)] as const),
    ...["streak", "challenge", "milestone", "member"].map((slug) => ["POST", `/schema/${slug}/record`] as const),
    ["POST", "/schema/streak_log/record"],
    ["POST", "/schema/challenge_log/record/batch"],
    ["GET", "/api/whoami"],
  ] as const)("%s %s knows no others: 400 that names each", async (method, path) => {
    const query = { nope: 1, limit: 2, ...(method === "GET" ? {} : { languageCode: "de" }) };
    const reply = await api.send(method, path, method === "POST" || method === "PATCH" ? {} : undefined, { query });
    expectProblem(reply, 400, "invalid_request", ...Object.keys(query).map((name) => `?${name}`));
  });

  it("languageCode is for reading, once", async () => {
    const path = `${STREAKS}/${(await newStreak(api)).id}`;
    expect((await api.get(`${path}?languageCode=de`)).status).toBe(200);
    expect((await api.get(`${path}?languageCode=not%20a%20code`)).status).toBe(200);
    expectProblem(await api.get(`${path}?languageCode=de&languageCode=fr`), 400, "invalid_request", "?languageCode");
  });
});

describe("methods", () => {
  const one = `/record/${randomUUID()}`;
  it.each([
    ["PATCH", `/schema/streak_log${one}`, "GET, HEAD, OPTIONS"],
    ["DELETE", `/schema/streak_log${one}`, "GET, HEAD, OPTIONS"],
    ["PATCH", `/schema/challenge_log${one}`, "GET, HEAD, OPTIONS"],
    ["DELETE", `/schema/challenge_log${one}`, "GET, HEAD, OPTIONS"],
    ["POST", "/schema/reward_log/record", "GET, HEAD, OPTIONS"],
    ["DELETE", `/schema/reward_log${one}`, "GET, PATCH, HEAD, OPTIONS"],
    ["POST", "/schema/streak_progress/record", "GET, HEAD, OPTIONS"],
    ["PATCH", `/schema/streak_progress${one}`, "GET, HEAD, OPTIONS"],
    ["DELETE", `/schema/streak_progress${one}`, "GET, HEAD, OPTIONS"],
    ["POST", "/schema/challenge_progress/record", "GET, HEAD, OPTIONS"],
    ["PATCH", `/schema/challenge_progress${one}`, "GET, HEAD, OPTIONS"],
    ["DELETE", `/schema/challenge_progress${one}`, "GET, HEAD, OPTIONS"],
    ["GET", "/schema/streak_log/record/batch", "POST, OPTIONS"],
    ["PUT", `/schema/streak${one}`, "GET, PATCH, DELETE, HEAD, OPTIONS"],
    ["DELETE", STREAKS, "GET, POST, HEAD, OPTIONS"],
    ["POST", "/api/whoami", "GET, HEAD, OPTIONS"],
  ])("%s %s answers 405 with Allow: %s", async (method, path, allow) => {
    const reply = await api.send(method, path, method === "GET" ? undefined : {});
    expectProblem(reply, 405, "method_not_allowed");
    expect(reply.headers.get("allow")).toBe(allow);
  });

  it("OPTIONS tells the methods", async () => {
    const reply = await stranger().send("OPTIONS", STREAKS);
    expect(reply.status).toBe(204);
    expect(reply.headers.get("allow")).toBe("GET, POST, HEAD, OPTIONS");
  });

  it("HEAD answers as GET does, without a body", async () => {
    const get = await api.get(STREAKS, { query: { limit: 1 } });
    const head = await api.send("HEAD", STREAKS, undefined, { query: { limit: 1 } });
    expect(head.status).toBe(200);
    expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
    expect((await api.send("HEAD", `${STREAKS}/${randomUUID()}`)).status).toBe(404);
  });
});

describe("bodies", () => {
  it.each([["text/plain"], ["application/x-www-form-urlencoded"], ["application/jsonp"], [""]])(
    "content type %j is refused: 415",
    async (type) => {
      const reply = await api.post(STREAKS, "{}", { headers: { "content-type": type } });
      expectProblem(reply, 415, "unsupported_media_type");
    },
  );

  it("application/json with a charset is taken", async () => {
    const reply = await api.post(STREAKS, {}, { headers: { "content-type": "application/JSON; charset=utf-8" } });
    expectProblem(reply, 400, "invalid_request");
  });

  it.each([["{"], [""], ['{"a":NaN}'], ['{"a":1}x'], ["{'a':1}"], ['{"activityValue":Infinity}']])(
    "%j is no JSON: 400",
    async (text) => {
      const reply = await api.send("POST", STREAKS, new TextEncoder().encode(text));
      expectProblem(reply, 400, "malformed_json");
    },
  );

  it("bytes that are no UTF-8 are no JSON", async () => {
    expectProblem(await api.post(STREAKS, new Uint8Array([0x22, 0xff, 0x22])), 400, "malformed_json");
  });

  it.each([[[]], [null], ["text"], [3]])("%j is no record: 400", async (body) => {
    expectProblem(await api.post(STREAKS, JSON.stringify(body)), 400, "invalid_request");
  });

  it("a body of 1 MB is read, one byte more is refused: 413", async () => {
    const whole = (bytes: number) => JSON.stringify({ x: "a".repeat(bytes - '{"x":""}'.length) });
    expectProblem(await api.post(STREAKS, whole(MEGABYTE)), 400, "invalid_request");
    expectProblem(await api.post(STREAKS, whole(MEGABYTE + 1)), 413, "payload_too_large");
  });

  it("a batch of 5 MB is read, one byte more is refused: 413", async () => {
    const { id } = await newStreak(api);
    const whole = (bytes: number) => {
      const row = JSON.stringify(streakLog(id, { metadata: { note: "" } }));
      return `[${row.replace('"note":""', `"note":"${"a".repeat(bytes - row.length - 2)}"`)}]`;
    };
    const path = "/schema/streak_log/record/batch";
    expect(await api.post(path, whole(5 * MEGABYTE))).toMatchObject({ status: 200, body: { data: [{ status: 201 }] } });
    expectProblem(await api.post(path, whole(5 * MEGABYTE + 1)), 413, "payload_too_large");
  });

  it("a body of unknown length is cut off at the limit too", async () => {
    const chunk = new Uint8Array(64 * 1024).fill(0x20);
    let sent = 0;
    const stream = new ReadableStream({
      pull(controller) {
        if (sent > 2 * MEGABYTE) return controller.close();
        sent += chunk.length;
        controller.enqueue(chunk);
      },
    });
    const init = { method: "POST", body: stream, duplex: "half" } as RequestInit;
    const headers = { "x-api-key": inject("server").apiSecret, "content-type": "application/json" };
    expect((await fetch(`${api.baseUrl}${STREAKS}`, { ...init, headers })).status).toBe(413);
    expect((await api.get("/api/health/ready")).status).toBe(200);
  });
});

describe("answers", () => {
  it("name the request, by the caller's own id where that is a proper one", async () => {
    const own = await api.get("/api/whoami", { headers: { "x-request-id": "order-service:42" } });
    expect(own.headers.get("x-request-id")).toBe("order-service:42");
    const other = await api.get("/api/whoami", { headers: { "x-request-id": "no id" } });
    expect(other.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("are not kept by caches, and are packed where that pays", async () => {
    await newStreak(api, { description: "long ".repeat(200) });
    const reply = await api.get(STREAKS);
    expect(reply.headers.get("cache-control")).toBe("no-store");
    expect(reply.headers.get("content-encoding")).toBe("gzip");
    expect(reply.headers.get("vary")).toContain("accept-encoding");
  });
});

describe("health and whoami", () => {
  it("answer anybody how the server is", async () => {
    expect(await stranger().get("/api/health/live")).toMatchObject({ status: 200, body: { status: "live" } });
    expect(await stranger().get("/api/health/ready")).toMatchObject({ status: 200, body: { status: "ready" } });
  });

  it("tell a secret its program, mode and scopes", async () => {
    const { status, body } = await api.get("/api/whoami");
    expect(status).toBe(200);
    expect(body).toEqual({
      organizationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      programId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      mode: "live",
      keyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      scopes: expect.arrayContaining(["activity:write", "campaigns:read", "keys:write"]),
    });
  });
});
