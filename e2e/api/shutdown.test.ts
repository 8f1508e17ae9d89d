import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, type ClientRequest, type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { createDatabase } from "@/db/testing/create-database";
import { type Front, startServer } from "@/e2e/server";
import { API_SECRET, BOOTSTRAP_SETTINGS } from "@/e2e/settings";

const STREAK = JSON.stringify({
  name: "Sent slowly",
  description: "Half of it before SIGTERM, half of it after",
  status: "live",
  aggregationTargetValue: 1,
  completionTargetValue: 3,
});
const HALF = STREAK.length / 2;
// Next leaves a connection open for its five seconds of keep-alive, ours is closed with the last answer.
const ENDS_WITHIN_MS = { server: 2_000, next: 10_000 };

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "milepost-shutdown-"));
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

/** Sends half of a request; resolves once the server has accepted it, which it says by 100 Continue. */
async function half(baseUrl: string, agent: Agent): Promise<ClientRequest> {
  const headers = {
    "x-api-key": API_SECRET,
    "content-type": "application/json",
    "content-length": STREAK.length,
    expect: "100-continue",
  };
  const sending = request(`${baseUrl}/schema/streak/record`, { method: "POST", agent, headers });
  sending.flushHeaders();
  await once(sending, "continue");
  sending.write(STREAK.slice(0, HALF));
  return sending;
}

async function refusesConnections(baseUrl: string): Promise<void> {
  const refused = () =>
    fetch(`${baseUrl}/api/health/live`).then(
      () => false,
      () => true,
    );
  while (!(await refused())) await new Promise((resolve) => setTimeout(resolve, 20));
}

it.each<Front>(["server", "next"])("SIGTERM: %s takes no more, finishes what it accepted, and ends", async (front) => {
  const DATABASE_URL = await createDatabase(inject("postgresUrl"), `milepost_shutdown_${front}`);
  const server = await startServer({ ...BOOTSTRAP_SETTINGS, DATABASE_URL, DATA_DIR: dataDir, DEMO: "0" }, front);
  // A client that would keep its connection for ever does not hold the server up.
  const agent = new Agent({ keepAlive: true });
  try {
    const sending = await half(server.baseUrl, agent);
    // Throws unless the process ends cleanly.
    const stopped = server.stop();
    await refusesConnections(server.baseUrl);

    const answered = once(sending, "response") as Promise<[IncomingMessage]>;
    sending.end(STREAK.slice(HALF));
    const [response] = await answered;
    const body = JSON.parse((await response.toArray()).join(""));
    expect(response.statusCode).toBe(201);
    expect(body.data).toMatchObject({ name: "Sent slowly" });
    const answeredAt = Date.now();
    await stopped;
    expect(Date.now() - answeredAt).toBeLessThan(ENDS_WITHIN_MS[front]);
  } finally {
    agent.destroy();
  }
});
