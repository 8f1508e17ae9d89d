import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { type CodeImportEvent, MAX_CODE_FILE_BYTES } from "@/lib/contracts/code-import";
import type { ServiceContext } from "@/lib/services/context";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { importCodeFile, receiveCodeFile } from "./import-code-file";
import { earnRewards } from "./testing/earn-rewards";

const NOW = "2026-04-20T12:00:00Z";
const BY_ID = { layout: { separator: ",", hasHeader: true, columns: { rewardId: 0, couponCode: 1 } } };

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function start(members: number) {
  const tenant = await newTenant(database.db);
  const context = tenant.at(NOW);
  await earnRewards(context, { members });
  const rewards = async () => (await listRewardLogs(context, new URLSearchParams({ limit: "100" }))).data;
  return { context, rewards, ids: (await rewards()).map(({ id }) => String(id)) };
}

async function* upload(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text);
}

async function begin(context: ServiceContext, text: string, dryRun = false, settings: object = BY_ID) {
  const file = await receiveCodeFile(context, upload(...text));
  const reasonOf = ({ code }: { code: string }) => `<${code}>`;
  const { signal } = new AbortController();
  return { file, events: importCodeFile(context, { file, settings, dryRun, reasonOf, signal }) };
}

async function all(events: AsyncIterable<CodeImportEvent>) {
  const told: CodeImportEvent[] = [];
  for await (const event of events) told.push(event);
  const of = <Kind extends CodeImportEvent["kind"]>(kind: Kind) =>
    told.filter((event): event is Extract<CodeImportEvent, { kind: Kind }> => event.kind === kind);
  return {
    told,
    progress: of("progress"),
    failed: of("failed"),
    file: of("file").map(({ text }) => text),
    done: of("done"),
  };
}

describe("an import that is told of while it runs", () => {
  it("says how far it is, which rows fail and why, and what came of it; a dry run leaves nothing", async () => {
    const { context, rewards, ids } = await start(2);
    const wrong = Array.from({ length: 2600 }, (_, row) => `x,,"${row}\nnote"`);
    const text = ["id,code", `${ids[0]},A`, ...wrong, `${ids[1]},B`].join("\n");
    const counts = { rows: 2602, changed: 2, unchanged: 0, failed: 2600 };
    const before = await rewards();

    const dry = await begin(context, text, true);
    const tried = await all(dry.events);
    expect(await rewards()).toEqual(before);
    expect(existsSync(dry.file.folder)).toBe(false);

    const real = await all((await begin(context, text)).events);
    expect(real.told.filter(({ kind }) => kind !== "progress")).toEqual(
      tried.told.filter(({ kind }) => kind !== "progress"),
    );
    expect((await rewards()).map(({ couponCode }) => couponCode).sort()).toEqual(["A", "B"]);

    expect(real.told[0]).toEqual({ kind: "progress", share: 0, rows: 0, changed: 0, unchanged: 0, failed: 0 });
    const rows = real.progress.map((event) => event.rows);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
    expect(real.progress.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
    expect(real.failed.flatMap((event) => event.rows)).toHaveLength(200);
    expect(real.failed[0]?.rows[0]).toEqual({
      line: 3,
      problems: [
        { code: "code_missing", column: 2, value: "", params: {} },
        { code: "reward_id_invalid", column: 1, value: "x", params: {} },
      ],
    });
    const lines = real.file.join("").trimEnd().split("\r\n");
    expect(lines).toHaveLength(2601);
    expect(lines.slice(0, 2)).toEqual([
      "\uFEFFid,code,,import reason",
      'x,,"0\nnote",<code_missing> <reward_id_invalid>',
    ]);
    expect(real.done).toEqual([{ kind: "done", at: "2026-04-20T12:00:00.000Z", ...counts }]);
    expect((await rewards()).every(({ updatedAt }) => updatedAt === real.done[0]?.at)).toBe(true);
  });

  it("is taken back when nobody listens any more, and its file is gone", async () => {
    const { context, rewards, ids } = await start(1);
    const text = ["id,code", `${ids[0]},A`, ...Array.from({ length: 5000 }, () => "x,y")].join("\n");
    const { file, events } = await begin(context, text);
    await events.next();
    const second = await events.next();
    expect(second.value).toMatchObject({ kind: "progress", changed: 1 });
    await events.return();
    expect((await rewards())[0]).toMatchObject({ couponCode: null, state: "pending" });
    expect(existsSync(file.folder)).toBe(false);
  });

  it("refuses wrong settings before anything is done, and removes the file", async () => {
    const { context } = await start(1);
    const { file, events } = await begin(context, "A", false, { layout: {} });
    await expect(events.next()).rejects.toMatchObject({ code: "invalid_request" });
    expect(existsSync(file.folder)).toBe(false);
  });

  it("takes no more than it may hold, and nothing from who may not", async () => {
    const { context } = await start(1);
    async function* endless() {
      for (;;) yield new Uint8Array(MAX_CODE_FILE_BYTES / 8);
    }
    await expect(receiveCodeFile(context, endless())).rejects.toMatchObject({ code: "payload_too_large" });
    const reader = { ...context, actor: { kind: "key" as const, id: "x", scopes: ["rewards:read"] as const } };
    let read = false;
    async function* watched() {
      read = true;
      yield new Uint8Array(1);
    }
    await expect(receiveCodeFile(reader, watched())).rejects.toMatchObject({ code: "forbidden" });
    expect(read).toBe(false);
  });
});
