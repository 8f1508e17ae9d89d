import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { claimIdempotencyKey, findIdempotencyKey } from "@/db/queries/idempotency-keys";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { AppError } from "@/lib/errors";
import { createLog, createLogs } from "@/lib/services/activity/create-log";
import type { ServiceContext } from "@/lib/services/context";
import { newId } from "@/lib/services/ids";
import { createMember } from "@/lib/services/members/create-member";
import { listMembers } from "@/lib/services/members/list-members";
import { listStreakLogs } from "@/lib/services/streak-logs/list-streak-logs";
import { createStreak } from "@/lib/services/streaks/create-streak";
import { answerOnce } from "./answer-once";
import { type Answer, claimKey } from "./claim-key";

const NOW = Date.parse("2026-04-20T12:00:00Z");
const LEASE_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;
const API_KEY = newId();

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const request = (values: { key?: string; fingerprint?: string; now?: number } = {}) => ({
  key: "order-1",
  fingerprint: "a request",
  now: NOW,
  leaseMs: LEASE_MS,
  ...values,
});

const answer = (status: number, body: unknown): Answer => ({
  status,
  contentType: "application/json",
  body: JSON.stringify(body),
});

const refuse = (error: AppError) => answer(error.status, { code: error.code });

/** Answers with what `run` gives, as the pipeline does. */
const answering = (run: (context: ServiceContext) => Promise<unknown>, keep = true) => ({
  run: async (context: ServiceContext) => ({ answer: answer(201, await run(context)), keep }),
  refuse,
});

const creatingMember = (externalId: string) => answering((context) => createMember(context, { externalId }));

async function memberCount(tenant: Tenant): Promise<number> {
  return (await listMembers(tenant.at(NOW), new URLSearchParams())).data.length;
}

describe("a repeat", () => {
  it("is answered as the first, which alone had an effect", async () => {
    const tenant = await newTenant(database.db);
    const first = await answerOnce(tenant.at(NOW), API_KEY, request(), creatingMember("ada"));
    expect(first).toMatchObject({ replayed: false, answer: { status: 201 } });
    const repeat = await answerOnce(tenant.at(NOW), API_KEY, request(), creatingMember("ada"));
    expect(repeat).toEqual({ replayed: true, answer: first.answer });
    expect(await memberCount(tenant)).toBe(1);
  });

  it("is another request's with another fingerprint, and nobody's with another API key or program", async () => {
    const tenant = await newTenant(database.db);
    const stranger = await newTenant(database.db);
    await answerOnce(tenant.at(NOW), API_KEY, request(), creatingMember("ada"));
    const other = answerOnce(tenant.at(NOW), API_KEY, request({ fingerprint: "another" }), creatingMember("bo"));
    await expect(other).rejects.toMatchObject({ code: "idempotency_mismatch", status: 422 });
    const otherKey = await answerOnce(tenant.at(NOW), newId(), request({ fingerprint: "b" }), creatingMember("bo"));
    expect(otherKey.replayed).toBe(false);
    const foreign = await answerOnce(stranger.at(NOW), API_KEY, request({ fingerprint: "b" }), creatingMember("bo"));
    expect(foreign.replayed).toBe(false);
    expect(await memberCount(tenant)).toBe(2);
  });

  it("is a new request 24 hours later, and a later one clears old keys away", async () => {
    const tenant = await newTenant(database.db);
    const { scope } = tenant.at(NOW);
    const keys = ["order-1", "order-2", "order-3"];
    for (const key of keys) await answerOnce(tenant.at(NOW), API_KEY, request({ key }), creatingMember(key));
    const last = await answerOnce(tenant.at(NOW), API_KEY, request({ now: NOW + DAY_MS - 1 }), creatingMember("bo"));
    expect(last.replayed).toBe(true);
    const anew = request({ now: NOW + DAY_MS, fingerprint: "another" });
    expect(await answerOnce(tenant.at(NOW), API_KEY, anew, creatingMember("bo"))).toMatchObject({ replayed: false });
    const left = await Promise.all(keys.map((key) => findIdempotencyKey(scope, database.db, API_KEY, key)));
    expect(left.map((row) => row?.fingerprint)).toEqual(["another", undefined, undefined]);
  });
});

describe("a refusal", () => {
  const refusing = (
    code: "conflict" | "not_found" | "parent_not_live" | "invalid_request" | "forbidden" | "internal",
  ) =>
    answering(async (context) => {
      await createMember(context, { externalId: "ada" });
      throw new AppError(code);
    });

  it.each(["conflict", "not_found", "parent_not_live"] as const)(
    "%s is kept, what came before it is not",
    async (code) => {
      const tenant = await newTenant(database.db);
      const first = await answerOnce(tenant.at(NOW), API_KEY, request(), refusing(code));
      expect(first.answer.body).toBe(JSON.stringify({ code }));
      const repeat = await answerOnce(tenant.at(NOW), API_KEY, request(), creatingMember("bo"));
      expect(repeat).toEqual({ replayed: true, answer: first.answer });
      expect(await memberCount(tenant)).toBe(0);
    },
  );

  it.each(["invalid_request", "forbidden"] as const)(
    "%s gives the key back, also for another request",
    async (code) => {
      const tenant = await newTenant(database.db);
      const refused = answerOnce(tenant.at(NOW), API_KEY, request(), refusing(code));
      await expect(refused).rejects.toMatchObject({ code });
      const mended = await answerOnce(
        tenant.at(NOW),
        API_KEY,
        request({ fingerprint: "mended" }),
        creatingMember("bo"),
      );
      expect(mended).toMatchObject({ replayed: false, answer: { status: 201 } });
      expect(await memberCount(tenant)).toBe(1);
    },
  );

  it("a failure of ours is thrown, leaves nothing, and gives the key back", async () => {
    const tenant = await newTenant(database.db);
    const failed = answerOnce(tenant.at(NOW), API_KEY, request(), refusing("internal"));
    await expect(failed).rejects.toMatchObject({ code: "internal" });
    const again = await answerOnce(tenant.at(NOW), API_KEY, request(), creatingMember("ada"));
    expect(again.replayed).toBe(false);
    expect(await memberCount(tenant)).toBe(1);
  });

  it("an answer that is no final one is given, with its effect, and not kept", async () => {
    const tenant = await newTenant(database.db);
    const work = answering((context) => createMember(context, { externalId: "ada" }), false);
    expect(await answerOnce(tenant.at(NOW), API_KEY, request(), work)).toMatchObject({ answer: { status: 201 } });
    expect(await memberCount(tenant)).toBe(1);
    expect(await answerOnce(tenant.at(NOW), API_KEY, request(), work)).toMatchObject({ answer: { status: 409 } });
  });
});

describe("a first request whose server says no more", () => {
  it("is in progress until its lease ends, then one repeat takes over", async () => {
    const tenant = await newTenant(database.db);
    await claimKey(tenant.at(NOW), API_KEY, request());
    const at = (now: number) => answerOnce(tenant.at(now), API_KEY, request({ now }), creatingMember("ada"));
    await expect(at(NOW + LEASE_MS - 1)).rejects.toMatchObject({ code: "in_progress", status: 409 });
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => at(NOW + LEASE_MS)));
    const ran = results.filter((result) => result.status === "fulfilled" && !result.value.replayed);
    expect(ran).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "in_progress" });
    expect(await memberCount(tenant)).toBe(1);
  });

  it("keeps its key from another request", async () => {
    const tenant = await newTenant(database.db);
    await claimKey(tenant.at(NOW), API_KEY, request());
    const other = request({ now: NOW + LEASE_MS, fingerprint: "another" });
    await expect(answerOnce(tenant.at(NOW), API_KEY, other, creatingMember("ada"))).rejects.toMatchObject({
      code: "idempotency_mismatch",
    });
  });

  it("commits nothing when it turns out to be alive but slow", async () => {
    const tenant = await newTenant(database.db);
    const slow = answering(async (context) => {
      const member = await createMember(context, { externalId: "ada" });
      // What another server does once the lease has ended; here in the same transaction, which the embedded database
      // has but one of.
      const later = NOW + LEASE_MS;
      const { key, fingerprint } = request();
      const times = { leasedUntil: later + LEASE_MS, createdAt: later, expiresAt: later + DAY_MS };
      const values = { apiKeyId: API_KEY, key, fingerprint, holder: newId(), ...times };
      expect(await claimIdempotencyKey(context.scope, context.db, values)).toBe(true);
      return member;
    });
    await expect(answerOnce(tenant.at(NOW), API_KEY, request(), slow)).rejects.toMatchObject({ code: "in_progress" });
    expect(await memberCount(tenant)).toBe(0);
  });
});

describe("requests at once", () => {
  it("with one key have one effect: the others see its answer or that it is under way", async () => {
    const tenant = await newTenant(database.db);
    const attempts = Array.from({ length: 30 }, () =>
      answerOnce(tenant.at(NOW), API_KEY, request(), creatingMember("ada")),
    );
    const results = await Promise.allSettled(attempts);
    const bodies = new Set(
      results.flatMap((result) => (result.status === "fulfilled" ? [result.value.answer.body] : [])),
    );
    expect(bodies.size).toBe(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "in_progress" });
    expect(await memberCount(tenant)).toBe(1);
  });

  it("with keys of their own are all taken in, though they log for the same member and streak", async () => {
    const tenant = await newTenant(database.db);
    const streak = await createStreak(tenant.at(NOW), STREAK);
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        answerOnce(
          tenant.at(NOW),
          API_KEY,
          request({ key: `log-${n}` }),
          answering((context) => createLog(context, "streak", log(streak.id, n))),
        ),
      ),
    );
    expect(new Set(results.map(({ answer: { status } }) => status))).toEqual(new Set([201]));
    const logged = await listStreakLogs(tenant.at(NOW), new URLSearchParams({ limit: "100" }));
    expect(logged.data).toHaveLength(40);
  });

  it("a batch larger than the statistics' first look is kept as one", async () => {
    const tenant = await newTenant(database.db);
    const streak = await createStreak(tenant.at(NOW), STREAK);
    const rows = Array.from({ length: 150 }, (_, n) => log(streak.id, n));
    const work = answering((context) => createLogs(context, "streak", rows));
    const first = await answerOnce(tenant.at(NOW), API_KEY, request(), work);
    const repeat = await answerOnce(tenant.at(NOW), API_KEY, request(), work);
    expect(repeat).toEqual({ replayed: true, answer: first.answer });
    expect(JSON.parse(first.answer.body ?? "")).toHaveLength(150);
    const logged = await listStreakLogs(tenant.at(NOW), new URLSearchParams({ limit: "1000" }));
    expect(logged.data).toHaveLength(150);
  });
});

const STREAK = {
  name: "Daily",
  description: "Every day",
  status: "live",
  aggregationMethod: "count",
  aggregationTargetValue: 1,
  completionTargetValue: 7,
};

const log = (streakId: string, n: number) => ({
  streakId,
  ownedBy: { externalId: "ada" },
  activityAt: new Date(NOW - n * DAY_MS).toISOString(),
  activityId: "a",
  uniqueIdentifier: `order-${n}`,
});
