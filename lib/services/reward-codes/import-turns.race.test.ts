import { existsSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, transaction } from "@/db/client";
import { tryLockRewardChanges } from "@/db/queries/reward-log-sets";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import type { ServiceContext } from "@/lib/services/context";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { seenSet } from "@/lib/services/reward-logs/select-reward-logs";
import { updateRewardLogs } from "@/lib/services/reward-logs/update-reward-logs";
import { importCodeFile, receiveCodeFile } from "./import-code-file";
import { importCodes } from "./import-codes";
import { earnRewards } from "./testing/earn-rewards";

const NOW = "2026-04-20T12:00:00Z";
const settings = { layout: { separator: ",", hasHeader: false, columns: { rewardId: 0, couponCode: 1 } } };
/** More than the pool has connections. */
const MANY = 20;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function start(members: number) {
  const tenant = await newTenant(database.db);
  const context = tenant.at(NOW);
  await earnRewards(context, { members });
  const { data } = await listRewardLogs(context, new URLSearchParams());
  return { context, ids: data.map(({ id }) => String(id)).sort() };
}

const bytes = (text: string) => new TextEncoder().encode(text);

/** An import that has done its first rows, and does the others when it is told to. */
async function beginImport(context: ServiceContext, first: string, others: string) {
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  async function* file() {
    yield bytes(first + "x,y\n".repeat(1000));
    await goOn.promise;
    yield bytes(others);
  }
  const end = importCodes(context, { file: file(), settings, dryRun: false, report: () => begun.resolve() });
  await begun.promise;
  return {
    finish: async () => {
      goOn.resolve();
      return end;
    },
  };
}

async function beginDryRun(context: ServiceContext, text: string) {
  async function* upload() {
    yield bytes(text);
  }
  const file = await receiveCodeFile(context, upload());
  const reader = new AbortController();
  const reasonOf = ({ code }: { code: string }) => code;
  const events = importCodeFile(context, { file, settings, dryRun: true, reasonOf, signal: reader.signal });
  await events.next();
  expect((await events.next()).value).toEqual({ kind: "waiting" });
  return { file, reader, events, next: events.next() };
}

it.each([
  [
    "an import of this process",
    async (context: ServiceContext) => {
      const { finish } = await beginImport(context, "x,y\n", "x,y\n");
      return finish;
    },
  ],
  [
    "an import of another process",
    async ({ scope }: ServiceContext) => {
      const held = Promise.withResolvers<void>();
      const locked = Promise.withResolvers<void>();
      const end = transaction(database.db, async (tx) => {
        expect(await tryLockRewardChanges(scope, tx)).toBe(true);
        locked.resolve();
        await held.promise;
      });
      await locked.promise;
      return async () => {
        held.resolve();
        await end;
      };
    },
  ],
])("%s leaves connections to others, however many wait, and whoever hangs up is gone at once", async (_, hold) => {
  const { context, ids } = await start(1);
  const release = await hold(context);
  const runs = [];
  for (let run = 0; run < MANY; run++) runs.push(await beginDryRun(context, `${ids[0]},A\n`));
  expect((await database.db.execute("select 1 as one")).rows).toEqual([{ one: 1 }]);

  const [patient, ...left] = runs;
  for (const { reader } of left) reader.abort();
  for (const end of await Promise.allSettled(left.map(({ next }) => next)))
    expect(end).toMatchObject({ status: "rejected", reason: { code: "in_progress" } });
  expect(left.filter(({ file }) => existsSync(file.folder))).toEqual([]);
  await release();
  expect((await patient?.next)?.value).toMatchObject({ kind: "progress", changed: 1 });
  expect((await patient?.events.next())?.value).toMatchObject({ kind: "done", changed: 1 });
  await patient?.events.return();
});

it("an import and a change of many never wait for each other's rows; a change of one waits for no import", async () => {
  const { context, ids } = await start(3);
  const [first, second, last] = ids;
  const { finish } = await beginImport(context, `${last},A\n`, `${first},B\n`);
  const filters = JSON.stringify({ fieldSlug: "id", operator: "eq", value: second });
  const one = { filters, expected: seenSet([String(second)]), patch: { couponCode: "MINE" } };
  expect(await updateRewardLogs(context, one)).toBe(1);
  const patch = { couponCode: "ALL" };
  const many = updateRewardLogs(context, { filters: null, expected: seenSet(ids), patch });
  // Were it to wait for a row, it would hold the first one by now.
  for (let asked = 0, waiting = 0; asked < 100 && waiting === 0; asked++) {
    const { rows } = await database.db.execute<{ waiting: number }>(
      "select count(*)::int as waiting from pg_locks where not granted",
    );
    waiting = rows[0]?.waiting ?? 0;
  }
  expect(await finish()).toMatchObject({ changed: 2 });
  expect(await many).toBe(3);
});
