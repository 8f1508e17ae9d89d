import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { createDatabase } from "@/db/testing/create-database";
import { issueKeys } from "@/db/testing/issue-key";
import { type RunningServer, startServer } from "@/e2e/server";
import { API_SECRET, BOOTSTRAP_SETTINGS } from "@/e2e/settings";
import { admin, Client, stranger } from "./support/client";
import { FOREIGN_SECRET, KEYS } from "./support/keys";
import { expectProblem } from "./support/problems";

const LIMIT = 5;
let dataDir: string;
let server: RunningServer;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "milepost-limit-"));
  const DATABASE_URL = await createDatabase(inject("postgresUrl"), "milepost_rate_limit");
  const settings = { ...BOOTSTRAP_SETTINGS, DATABASE_URL, DATA_DIR: dataDir, DEMO: "0" };
  server = await startServer({ ...settings, RATE_LIMIT_PER_MINUTE: String(LIMIT) });
  await issueKeys(DATABASE_URL, KEYS);
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

it("a caller above the operator's limit is told when to come back; others and health are not held up", async () => {
  const caller = new Client({ "x-api-key": API_SECRET }, server.baseUrl);
  const replies = [];
  // A minute may begin in between, once.
  for (let sent = 0; sent < 2 * LIMIT + 1; sent++) replies.push(await caller.get("/schema/streak/record/none"));
  const refused = replies.filter(({ status }) => status === 429);
  for (const reply of replies) {
    expect(reply.headers.get("ratelimit-limit")).toBe(String(LIMIT));
    expect(reply.headers.get("ratelimit-policy")).toBe(`${LIMIT};w=60`);
    expect(Number(reply.headers.get("ratelimit-remaining"))).toBeLessThan(LIMIT);
    expect(Number(reply.headers.get("ratelimit-reset"))).toBeLessThanOrEqual(60);
    if (refused.includes(reply)) continue;
    expectProblem(reply, 404, "not_found");
    expect(reply.headers.get("retry-after")).toBeNull();
  }
  expect(refused.length).toBeGreaterThan(0);
  for (const reply of refused) {
    expectProblem(reply, 429, "too_many_requests");
    expect(reply.headers.get("retry-after")).toBe(reply.headers.get("ratelimit-reset"));
  }
  const other = new Client({ "x-api-key": FOREIGN_SECRET }, server.baseUrl);
  expect((await other.get("/api/whoami")).status).toBe(200);
  const anybody = new Client({}, server.baseUrl);
  for (let sent = 0; sent < 2 * LIMIT + 1; sent++) expect((await anybody.get("/api/health/live")).status).toBe(200);
});

it("without a limit there are no such headers", async () => {
  const { headers } = await admin().get("/api/whoami");
  expect([...headers.keys()].filter((name) => name.startsWith("ratelimit"))).toEqual([]);
  expectProblem(await stranger().get("/api/whoami"), 401, "unauthenticated");
});
