import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createDatabase } from "@/db/testing/create-database";
import { type Front, type RunningServer, startServer } from "@/e2e/server";
import { BOOTSTRAP_SETTINGS } from "@/e2e/settings";
import { OPERATIONS } from "@/lib/http/operations/table";
import { everyOperation, KEY } from "./support/every-operation";
import { type Exchange, Recorder, type Sent } from "./support/exchange";

const FRONTS = ["server", "next"] as const;
const servers = new Map<Front, RunningServer>();
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "milepost-adapters-"));
  // Each front has a database of its own, since the same calls are to find the same rows.
  for (const front of FRONTS) {
    const DATABASE_URL = await createDatabase(inject("postgresUrl"), `milepost_front_${front}`);
    const settings = { ...BOOTSTRAP_SETTINGS, DATABASE_URL, DATA_DIR: dataDir, DEMO: "0", LOG_LEVEL: "error" };
    servers.set(front, await startServer(settings, front));
  }
});

afterAll(async () => {
  await Promise.all([...servers.values()].map((server) => server.stop()));
  await rm(dataDir, { recursive: true, force: true });
});

/** What both fronts answered when the same calls went to each. */
async function onBoth(calls: (recorder: Recorder) => Promise<unknown>): Promise<[Exchange[], Exchange[]]> {
  const [front, next] = await Promise.all(
    FRONTS.map(async (name) => {
      const recorder = new Recorder(servers.get(name)?.baseUrl ?? "");
      await calls(recorder);
      return recorder.exchanges;
    }),
  );
  return [front ?? [], next ?? []];
}

const named = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe("our own front and Next alone", () => {
  it("answer every operation alike", async () => {
    let called = new Set<string>();
    const [front, next] = await onBoth(async (recorder) => {
      called = await everyOperation(recorder);
    });
    expect([...called].sort()).toEqual(OPERATIONS.map(named).sort());
    for (const { call, status, body } of front) expect([200, 201, 204], `${call}: ${body}`).toContain(status);
    expect(next).toEqual(front);
  });

  it.each<[string, Partial<Sent>]>([
    ["a stranger", { headers: {} }],
    ["no content type", { headers: KEY }],
    ["no JSON", { headers: { ...KEY, "content-type": "application/json" }, body: "{" }],
    ["no fields", { headers: { ...KEY, "content-type": "application/json" }, body: "{}" }],
    ["an id of the caller's for the request", { headers: { ...KEY, "x-request-id": "order-service:42" } }],
    ["no gzip", { headers: { ...KEY, "accept-encoding": "identity" } }],
  ])("answer every operation alike to %s", async (_what, sent) => {
    const id = "0199f3a4-0000-7000-8000-000000000001";
    const [front, next] = await onBoth(async (recorder) => {
      for (const { method, path } of OPERATIONS) {
        const body = method === "GET" || method === "DELETE" ? {} : { body: sent.body };
        await recorder.send({ method, path: path.replace("{id}", id), headers: sent.headers ?? {}, ...body });
      }
    });
    expect(front).toHaveLength(OPERATIONS.length);
    expect(next).toEqual(front);
  });

  it.each(["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"])("answer %s alike on every path", async (method) => {
    const [front, next] = await onBoth(async (recorder) => {
      for (const path of new Set(OPERATIONS.map((operation) => operation.path)))
        await recorder.send({ method, path: path.replace("{id}", "no-uuid"), headers: KEY });
    });
    expect(next).toEqual(front);
  });

  it.each<Sent>([
    { method: "GET", path: "/schema/nothing/record" },
    { method: "GET", path: "/schema/streak" },
    { method: "GET", path: "/schema/streak/record/a/b" },
    { method: "POST", path: "/v1/nothing" },
    { method: "GET", path: "/v1/users/a%2Fb%20%C3%A9/balance" },
    { method: "GET", path: "/v1/users/%00/history" },
    { method: "POST", path: "/v1/points/award", body: '{ "userId": 1 }' },
    { method: "GET", path: "/api/loyalty/nothing/here" },
    { method: "GET", path: "/schema/streak/record?limit=0" },
    { method: "GET", path: "/schema/streak/record?filters=%7B" },
    { method: "GET", path: "/schema/streak/record/%00" },
    { method: "GET", path: "/schema/streak/record/a%2Fb" },
    { method: "GET", path: "/schema/streak/record/%C3%A9?x=%F0%9F%8E%89+a" },
    { method: "POST", path: "/schema/streak/record", body: " ".repeat(1024 * 1024 + 1) },
  ])("answer $method $path alike", async (sent) => {
    const headers = { ...KEY, ...(sent.body ? { "content-type": "application/json" } : {}) };
    const [front, next] = await onBoth((recorder) => recorder.send({ ...sent, headers }));
    expect(front[0]?.status).toBeGreaterThanOrEqual(400);
    expect(next).toEqual(front);
  });

  it("answer a guest's widget alike", async () => {
    const [front, next] = await onBoth(async (recorder) => {
      const whoami = JSON.parse(await recorder.send({ method: "GET", path: "/api/whoami", headers: KEY }));
      const path = `/widget/${String(whoami.programId)}`;
      for (const method of ["GET", "HEAD", "POST", "DELETE"]) await recorder.send({ method, path });
    });
    expect(front[1]).toMatchObject({ status: 200, headers: { "content-type": "text/html; charset=utf-8" } });
    expect(next).toEqual(front);
  });
});
