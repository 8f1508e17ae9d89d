import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { type Block, blockTable, untilWaiting } from "@/db/testing/block-table";
import { type RunningServer, startServer } from "@/e2e/server";
import { BOOTSTRAP_SETTINGS } from "@/e2e/settings";
import { newMilestone, newStreak, streakLog, unique } from "./support/campaigns";
import { admin, Client, type Json, type Options, type Reply, type WireRecord, where } from "./support/client";
import { statusCounts } from "./support/concurrency";
import { secretWith } from "./support/keys";
import { expectProblem } from "./support/problems";
import { asMember } from "./support/tokens";

const api = admin();
const { apiSecret, databaseUrl } = inject("server");
const POLL_MS = 20;
const MEMBERS = "/schema/member/record";
const STREAKS = "/schema/streak/record";
const LOGS = "/schema/streak_log/record";

type Created = Json & { data: WireRecord };

const pause = () => new Promise((resolve) => setTimeout(resolve, POLL_MS));
const keyed = (key: string): Options => ({ headers: { "idempotency-key": key } });
const replayed = ({ headers }: Reply<Json>) => headers.get("idempotency-replayed");
const membersNamed = (externalId: string) => api.all("member", { filters: where("externalId", externalId) });
const streaksNamed = (name: string) => api.all("streak", { filters: where("name", name) });

/** A streak as `newStreak` makes it, as a body. */
const streakBody = (name: string): Json => ({
  name,
  description: "A streak of the API tests",
  status: "live",
  aggregationMethod: "count",
  aggregationTargetValue: 1,
  completionTargetValue: 10,
});

function expectReplayOf(repeat: Reply<Json>, first: Reply<Json>) {
  expect({ status: repeat.status, body: repeat.body }).toEqual({ status: first.status, body: first.body });
  expect(repeat.headers.get("content-type")).toBe(first.headers.get("content-type"));
  expect(repeat.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
  expect(replayed(repeat)).toBe("true");
}

/** Finds the one answer that came of an effect: all others are the same, or say that it is under way. */
function expectOneAnswer(replies: Reply<Created>[], status = 201): Reply<Created> {
  const answers = replies.filter((reply) => reply.body["code"] !== "in_progress");
  for (const reply of replies)
    if (!answers.includes(reply)) {
      expectProblem(reply, 409, "in_progress");
      expect(reply.headers.get("retry-after")).toBe("1");
    }
  const firsts = answers.filter((reply) => replayed(reply) === null);
  expect(firsts).toHaveLength(1);
  const [first] = firsts;
  if (!first) throw new Error("nobody was first");
  expect(first.status).toBe(status);
  for (const reply of answers) expect(reply.body).toEqual(first.body);
  return first;
}

describe("the same request again", () => {
  it.each([
    ["member", () => ({ externalId: unique("member") })],
    ["streak", () => streakBody(unique("streak"))],
    ["challenge", () => ({ ...streakBody(unique("challenge")), aggregationTargetValue: undefined })],
  ])("creates one %s and is answered as the first", async (slug, make) => {
    const body = make();
    const path = `/schema/${slug}/record`;
    const key = unique("key");
    const first = await api.post<Created>(path, body, keyed(key));
    expect(first.status).toBe(201);
    expect(replayed(first)).toBeNull();
    for (let round = 0; round < 3; round++) expectReplayOf(await api.post(path, body, keyed(key)), first);
    expect((await api.get(`${path}/${first.body.data.id}`)).status).toBe(200);
    const nameField = slug === "member" ? "externalId" : "name";
    const value = (body as Json)[nameField];
    expect(await api.all(slug, { filters: where(nameField, value) })).toHaveLength(1);
  });

  it("logs once, with its progress and rewards; a batch too, row by row", async () => {
    const { id } = await newStreak(api);
    await newMilestone(api, "streak", id, 1);
    const body = streakLog(id);
    const key = unique("key");
    const first = await api.post<Created>(LOGS, body, keyed(key));
    expect(first).toMatchObject({ status: 201, body: { data: { achievedMilestoneRewardLog: { state: "pending" } } } });
    expectReplayOf(await api.post(LOGS, body, keyed(key)), first);
    // Without the key it is a repeat of the event, as ever.
    expectProblem(await api.post(LOGS, body), 409, "duplicate");

    const rows = [streakLog(id), body, { streakId: id }];
    const batchKey = unique("key");
    const batch = await api.post<{ data: { status: number }[] }>(`${LOGS}/batch`, rows, keyed(batchKey));
    expect(batch.body.data.map(({ status }) => status)).toEqual([201, 409, 400]);
    expectReplayOf(await api.post(`${LOGS}/batch`, rows, keyed(batchKey)), batch);
    expect(await api.all("streak_log", { filters: where("streakId", id) })).toHaveLength(2);
  });

  it("is told of refusals after validation as the first was: 404, 409 and 422", async () => {
    const draft = await newStreak(api, { status: "draft" });
    const live = await newStreak(api);
    const logged = streakLog(live.id);
    expect((await api.post(LOGS, logged)).status).toBe(201);
    const refusals: [Json, number, string][] = [
      [streakLog(crypto.randomUUID()), 404, "not_found"],
      [logged, 409, "duplicate"],
      [streakLog(draft.id), 422, "parent_not_live"],
    ];
    for (const [body, status, code] of refusals) {
      const key = unique("key");
      const first = await api.post(LOGS, body, keyed(key));
      expectProblem(first, status, code);
      expectReplayOf(await api.post(LOGS, body, keyed(key)), first);
    }
    // The state that refused may have changed: the key stands for the first answer all the same.
    const key = unique("key");
    const body = streakLog(draft.id);
    const first = await api.post(LOGS, body, keyed(key));
    expect((await api.patch(`${STREAKS}/${draft.id}`, { status: "live" })).status).toBe(200);
    expectReplayOf(await api.post(LOGS, body, keyed(key)), first);
    expect((await api.post(LOGS, body)).status).toBe(201);
  });
});

describe("another request with the key", () => {
  it("is refused, be it another body or path: 422", async () => {
    const key = unique("key");
    const body = { externalId: unique("member") };
    const first = await api.post(MEMBERS, body, keyed(key));
    const others = [
      await api.post(MEMBERS, { externalId: unique("member") }, keyed(key)),
      await api.post(MEMBERS, `${JSON.stringify(body)} `, keyed(key)),
      await api.post(MEMBERS, "{", keyed(key)),
      await api.post(STREAKS, streakBody(unique("streak")), keyed(key)),
    ];
    for (const other of others) expectProblem(other, 422, "idempotency_mismatch");
    expectReplayOf(await api.post(MEMBERS, body, keyed(key)), first);
  });

  it("of another API key is no business of the first's", async () => {
    const key = unique("key");
    const other = new Client({ "x-api-key": secretWith("members:write") });
    const [mine, theirs] = [unique("member"), unique("member")];
    expect((await api.post(MEMBERS, { externalId: mine }, keyed(key))).status).toBe(201);
    const reply = await other.post(MEMBERS, { externalId: theirs }, keyed(key));
    expect(reply.status).toBe(201);
    expect(replayed(reply)).toBeNull();
  });
});

describe("a request that does not get past validation", () => {
  it("leaves its key for a mended one", async () => {
    const key = unique("key");
    const externalId = unique("member");
    const invalid: [unknown, number, string][] = [
      [{ externalId: 3 }, 400, "invalid_request"],
      [{ externalId, unknown: true }, 400, "invalid_request"],
      ["{", 400, "malformed_json"],
    ];
    for (const [body, status, code] of invalid) {
      expectProblem(await api.post(MEMBERS, body, keyed(key)), status, code);
      const again = await api.post(MEMBERS, body, keyed(key));
      expectProblem(again, status, code);
      expect(replayed(again)).toBeNull();
    }
    const text = { headers: { ...keyed(key).headers, "content-type": "text/plain" } };
    expectProblem(await api.post(MEMBERS, "{}", text), 415, "unsupported_media_type");
    const large = JSON.stringify({ externalId, displayName: "a".repeat(1024 * 1024) });
    expectProblem(await api.post(MEMBERS, large, keyed(key)), 413, "payload_too_large");

    const first = await api.post(MEMBERS, { externalId }, keyed(key));
    expect(first.status).toBe(201);
    expectReplayOf(await api.post(MEMBERS, { externalId }, keyed(key)), first);
  });

  it("is not kept when the caller may not do it", async () => {
    const key = unique("key");
    const reader = new Client({ "x-api-key": secretWith("members:read") });
    for (let round = 0; round < 2; round++) {
      const reply = await reader.post(MEMBERS, { externalId: unique("member") }, keyed(key));
      expectProblem(reply, 403, "forbidden");
    }
  });
});

describe("the header", () => {
  it.each([[""], ["two words"], ["x".repeat(256)], ["é"], ["a, b"]])(
    "%j is refused: 400 that names it",
    async (key) => {
      const externalId = unique("member");
      const reply = await api.post(MEMBERS, { externalId }, keyed(key));
      const problem = expectProblem(reply, 400, "invalid_request", "Idempotency-Key");
      expect(problem.detail).toContain("Idempotency-Key");
      expect(await membersNamed(externalId)).toEqual([]);
    },
  );

  it("of 1 or 255 characters of any visible kind is taken", async () => {
    const long = unique("key").padEnd(255, "~!\"#$%&'()*+,-./:;<=>?@[]^_`{|}");
    for (const key of [long, "!"]) {
      const reply = await api.post(MEMBERS, { externalId: unique("member") }, keyed(key));
      expect(reply.status).toBe(201);
    }
  });

  it("means nothing with other methods, or to those who are no API key", async () => {
    const key = unique("key");
    const { id } = await newStreak(api);
    for (const name of ["Une", "Deux"]) {
      const reply = await api.patch(`${STREAKS}/${id}`, { name }, keyed(key));
      expect(reply).toMatchObject({ status: 200, body: { data: { name } } });
    }
    expect((await api.get(STREAKS, keyed("two words"))).status).toBe(200);
    const member = await asMember(unique("member"));
    expectProblem(await member.post(MEMBERS, {}, keyed("two words")), 403, "forbidden");
  });
});

describe("the same request 50 times at once", () => {
  it.each([
    ["a streak", () => [STREAKS, streakBody(unique("streak"))] as const],
    ["a member", () => [MEMBERS, { externalId: unique("member") }] as const],
  ])("creates %s once; all see its answer, or that it is under way", async (_name, make) => {
    for (let round = 0; round < 5; round++) {
      const [path, body] = make();
      const key = unique("key");
      const replies = await Promise.all(Array.from({ length: 50 }, () => api.post<Created>(path, body, keyed(key))));
      const first = expectOneAnswer(replies);
      expectReplayOf(await api.post(path, body, keyed(key)), first);
      const found =
        "name" in body ? await streaksNamed(String(body["name"])) : await membersNamed(String(body["externalId"]));
      expect(found).toHaveLength(1);
    }
  });

  it("logs once, and nobody is told of a duplicate", async () => {
    const { id } = await newStreak(api);
    await newMilestone(api, "streak", id, 1);
    for (let round = 0; round < 5; round++) {
      const body = streakLog(id);
      const key = unique("key");
      const replies = await Promise.all(Array.from({ length: 50 }, () => api.post<Created>(LOGS, body, keyed(key))));
      expectReplayOf(await api.post(LOGS, body, keyed(key)), expectOneAnswer(replies));
    }
    expect(await api.all("streak_log", { filters: where("streakId", id) })).toHaveLength(5);
    expect(await api.all("reward_log", { filters: where("linkedSchemaRecordId", id) })).toHaveLength(5);
  });

  it("with keys of their own, 200 logs of one member are all taken in beside as many without a key", async () => {
    const { id } = await newStreak(api);
    const owner = { ownedBy: { externalId: unique("member") } };
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        api.post(LOGS, streakLog(id, owner), n % 2 === 0 ? keyed(unique("key")) : undefined),
      ),
    );
    expect(statusCounts(replies)).toEqual({ 201: 200 });
    expect(await api.all("streak_log", { filters: where("streakId", id) })).toHaveLength(200);
  });
});

describe("two servers on one database", () => {
  const LEASE_SECONDS = 3;
  const folders: string[] = [];
  const running: RunningServer[] = [];

  /** Another server on the same database as the one of all tests. */
  async function another(): Promise<{ server: RunningServer; client: Client }> {
    const folder = await mkdtemp(join(tmpdir(), "milepost-idempotency-"));
    folders.push(folder);
    const server = await startServer({
      ...BOOTSTRAP_SETTINGS,
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_SIZE: "16",
      DATA_DIR: folder,
      DEMO: "0",
      IDEMPOTENCY_LEASE_SECONDS: String(LEASE_SECONDS),
    });
    return { server, client: new Client({ "x-api-key": apiSecret }, server.baseUrl) };
  }

  afterAll(async () => {
    for (const server of running) await server.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  it("share keys and answers", async () => {
    const second = await another();
    running.push(second.server);
    for (let round = 0; round < 5; round++) {
      const body = streakBody(unique("streak"));
      const key = unique("key");
      const replies = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          (n % 2 === 0 ? api : second.client).post<Created>(STREAKS, body, keyed(key)),
        ),
      );
      const first = expectOneAnswer(replies);
      expectReplayOf(await api.post(STREAKS, body, keyed(key)), first);
      expectReplayOf(await second.client.post(STREAKS, body, keyed(key)), first);
      expectProblem(
        await second.client.post(STREAKS, streakBody(unique("streak")), keyed(key)),
        422,
        "idempotency_mismatch",
      );
      expect(await streaksNamed(String(body["name"]))).toHaveLength(1);
    }
  });

  it.each([
    ["creating a streak", ["audit_entry"], async () => [STREAKS, streakBody(unique("streak"))] as const],
    ["taking in a log", ["streak_log"], async () => [LOGS, streakLog((await newStreak(api)).id)] as const],
    // The effect is written, all but the answer: the moment before the commit.
    [
      "keeping its answer",
      ["audit_entry", "idempotency_key"],
      async () => [STREAKS, streakBody(unique("streak"))] as const,
    ],
  ])(
    "one is killed while %s: a repeat at the other waits for the lease, then takes over",
    async (_name, tables, make) => {
      const doomed = await another();
      const [path, body] = await make();
      const key = unique("key");
      const blockers: Block[] = [];
      let first: Promise<unknown> = Promise.resolve();
      try {
        for (const [position, table] of tables.entries()) {
          const before = blockers.at(-1);
          blockers.push(await blockTable(databaseUrl, table));
          if (position === 0) first = doomed.client.post(path, body, keyed(key)).catch(() => "no answer");
          await before?.release();
          await untilWaiting(databaseUrl, table, pause);
        }
      } finally {
        process.kill(doomed.server.pid, "SIGKILL");
        for (const blocker of blockers) await blocker.release();
      }
      expect(await first).toBe("no answer");
      expectProblem(await api.post(path, body, keyed(key)), 409, "in_progress");

      const taken = await untilAnswered(() => api.post<Created>(path, body, keyed(key)));
      expect(taken.status).toBe(201);
      expect(replayed(taken)).toBeNull();
      expectReplayOf(await api.post(path, body, keyed(key)), taken);
      const [slug, field, value] =
        path === LOGS
          ? (["streak_log", "streakId", body["streakId"]] as const)
          : (["streak", "name", body["name"]] as const);
      expect((await api.all(slug, { filters: where(field, value) })).map(({ id }) => id)).toEqual([taken.body.data.id]);
    },
  );

  async function untilAnswered(ask: () => Promise<Reply<Created>>): Promise<Reply<Created>> {
    for (;;) {
      const reply = await ask();
      if (reply.body["code"] !== "in_progress") return reply;
      await pause();
    }
  }
});
