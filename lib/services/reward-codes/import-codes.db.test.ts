import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { listAuditEntries } from "@/db/queries/audit-entries";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { failedRowsWriter } from "./failed-rows-csv";
import { importCodes } from "./import-codes";
import { previewCodeFile } from "./preview-code-file";
import type { RowResult } from "./row-result";
import { earnRewards } from "./testing/earn-rewards";

const NOW = "2026-04-20T12:00:00Z";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const bytes = (text: string) => new TextEncoder().encode(text);

async function* stream(text: string) {
  yield bytes(text);
}

interface Settings {
  filters?: string | null;
  shareCodes?: boolean;
  replaceCodes?: boolean;
}

async function run(tenant: Tenant, text: string, settings: Settings = {}, dryRun = false) {
  const { layout } = await previewCodeFile(bytes(text));
  const results: RowResult[] = [];
  const summary = await importCodes(tenant.at(NOW), {
    file: stream(text),
    settings: { layout, ...settings },
    dryRun,
    report: (some) => results.push(...some),
  });
  return { summary, results, said: results.map(said) };
}

/** Line, what became of it, and where and why not. */
const said = ({ line, outcome, problems: [problem] }: RowResult) =>
  problem ? [line, problem.code, problem.column, problem.value] : [line, outcome];

async function rewards(tenant: Tenant) {
  const parameters = new URLSearchParams({ limit: "1000", sortBy: '[{"fieldSlug":"createdAt","order":"ASC"}]' });
  const { data } = await listRewardLogs(tenant.at(NOW), parameters);
  return data;
}

async function start(members = 4) {
  const tenant = await newTenant(database.db, { timeZone: "Europe/Berlin" });
  await earnRewards(tenant.at(NOW), { members });
  const made = await rewards(tenant);
  return { tenant, ids: made.map(({ id }) => String(id)) };
}

describe("a file of codes", () => {
  it("by reward, with a byte order mark, semicolons and quoted newlines, says of each row what became of it", async () => {
    const { tenant, ids } = await start();
    await updateRewardLog(tenant.at(NOW), { id: ids[3] ?? "", patch: { couponCode: "THERE" } });
    const text = [
      "\uFEFFReward ID;Note;Code;Expires",
      `${ids[0]};"two\nlines";A1;2026-04-30`,
      `${ids[1]};;A1;`,
      `${ids[1]};;THERE;`,
      `${ids[3]};;B1;`,
      `${ids[3]};;THERE;`,
      "nonsense;;C1;",
      "0197c1a2-7b1e-7c3a-9f00-3b2d8a1c4e5f;;C1;",
      `${ids[1]};;;`,
      `${ids[1]};;C1;tomorrow`,
      `${ids[1]};;C1;2026-04-01`,
      `${ids[1]};;C1;2026-04-20T14:00:01+02:00`,
      `${ids[1]};;C2;`,
    ].join("\r\n");
    const { said: rows, summary, results } = await run(tenant, text);
    expect(rows).toEqual([
      [2, "changed"],
      [4, "code_repeated", 3, "A1"],
      [5, "code_taken", 3, "THERE"],
      [6, "has_other_code", 3, "B1"],
      [7, "unchanged"],
      [8, "reward_id_invalid", 1, "nonsense"],
      [9, "reward_not_found", 1, "0197c1a2-7b1e-7c3a-9f00-3b2d8a1c4e5f"],
      [10, "code_missing", 3, ""],
      [11, "expiry_invalid", 4, "tomorrow"],
      [12, "expiry_not_after_issue", 4, "2026-04-01"],
      [13, "changed"],
      [14, "reward_repeated", 1, ids[1]],
    ]);
    expect(summary).toEqual({ rows: 12, changed: 2, unchanged: 1, failed: 9 });
    expect(results[1]?.problems[0]?.message).toBe("Line 2 has the same code for another reward.");
    expect((await rewards(tenant)).map(({ couponCode, rewardExpiryAt }) => [couponCode, rewardExpiryAt])).toEqual([
      // The day is over when it is over in Berlin.
      ["A1", "2026-04-30T22:00:00.000Z"],
      ["C1", "2026-04-20T12:00:01.000Z"],
      [null, null],
      ["THERE", null],
    ]);
    const again = await run(tenant, text);
    expect(again.summary).toMatchObject({ changed: 0, unchanged: 3 });
  });

  it("by member and milestone, by name or id and with the period where there are several", async () => {
    const { tenant } = await start(2);
    await earnRewards(tenant.at("2026-04-21T12:00:00Z"), { members: 1, existing: true });
    const [first, other] = await rewards(tenant);
    const text = [
      "externalId,milestone,period,code",
      "m1,One,,A",
      `m1,${other?.["milestoneId"]},,A`,
      "m0,One,,B",
      `m0,One,${first?.["periodKey"]},C`,
      "m0,One,,C",
      "m0,One,daily_2020-01-01,D",
      "m9,One,,D",
      "m0,Two,,D",
      ",One,,D",
      "m0,,,D",
    ].join("\n");
    const { said: rows } = await run(tenant, text);
    expect(rows).toEqual([
      [2, "changed"],
      [3, "unchanged"],
      [4, "reward_ambiguous", 3, ""],
      [5, "changed"],
      [6, "reward_ambiguous", 3, ""],
      [7, "reward_not_found", null, ""],
      [8, "member_not_found", 1, "m9"],
      [9, "milestone_not_found", 2, "Two"],
      [10, "member_missing", 1, ""],
      [11, "milestone_missing", 2, ""],
    ]);
    // Now one of the two has the code, and is found by it.
    expect((await run(tenant, text)).said.slice(0, 5)).toEqual([
      [2, "unchanged"],
      [3, "unchanged"],
      [4, "reward_ambiguous", 3, ""],
      [5, "unchanged"],
      [6, "unchanged"],
    ]);
  });

  it("of nothing but codes is handed out to those who wait, the oldest first, and never twice", async () => {
    const { tenant, ids } = await start(3);
    const milestoneId = (await rewards(tenant))[0]?.["milestoneId"];
    const filters = JSON.stringify({
      and: [
        { fieldSlug: "milestoneId", operator: "eq", value: milestoneId },
        { fieldSlug: "state", operator: "eq", value: "pending" },
      ],
    });
    const two = await run(tenant, "A\nB\nA\n", { filters });
    expect(two.said).toEqual([
      [1, "changed"],
      [2, "changed"],
      [3, "code_repeated", 1, "A"],
    ]);
    expect(two.results.slice(0, 2).map(({ rewardId }) => rewardId)).toEqual(ids.slice(0, 2));
    expect((await run(tenant, "A\nB\nC\nD\n", { filters })).said).toEqual([
      [1, "unchanged"],
      [2, "unchanged"],
      [3, "changed"],
      [4, "no_reward_left", 1, "D"],
    ]);
    // Of another milestone's rewards, the codes are taken.
    const { tenant: foreign } = await start(1);
    expect((await run(foreign, "A\n")).said).toEqual([[1, "changed"]]);
    const elsewhere = JSON.stringify({ fieldSlug: "milestoneId", operator: "eq", value: ids[0] });
    expect((await run(tenant, "A\n", { filters: elsewhere })).said).toEqual([[1, "code_taken", 1, "A"]]);
  });

  it("may share and replace codes when the marketer allows it, and changes nothing the second time", async () => {
    const { tenant, ids } = await start(3);
    const shared = "SPRING\nSPRING\n";
    expect((await run(tenant, shared, { shareCodes: true })).summary).toMatchObject({ changed: 2 });
    expect((await run(tenant, shared, { shareCodes: true })).summary).toMatchObject({ changed: 0, unchanged: 2 });
    expect((await run(tenant, `${shared}SPRING\nSPRING`, { shareCodes: true })).said.slice(2)).toEqual([
      [3, "changed"],
      [4, "no_reward_left", 1, "SPRING"],
    ]);
    const replaced = `id,code\n${ids[0]},SUMMER\n${ids[1]},AUTUMN\n${ids[0]},WINTER`;
    const { said: rows } = await run(tenant, replaced, { replaceCodes: true });
    expect(rows).toEqual([
      [2, "changed"],
      [3, "changed"],
      [4, "reward_repeated", 1, ids[0]],
    ]);
    expect((await run(tenant, replaced, { replaceCodes: true })).summary).toMatchObject({ changed: 0, unchanged: 2 });
  });

  it("leaves an entry in the audit trail for each changed reward, and a dry run leaves nothing at all", async () => {
    const { tenant, ids } = await start(3);
    const before = await rewards(tenant);
    const trail = async () => {
      const entries = await listAuditEntries(tenant.at(NOW).scope, database.db, 100);
      return entries.filter(({ slug }) => slug === "reward_log");
    };
    const text = `id,code\n${ids[0]},A\n${ids[1]},B\nx,C\n`;
    const dry = await run(tenant, text, {}, true);
    expect(dry.summary).toEqual({ rows: 3, changed: 2, unchanged: 0, failed: 1 });
    expect([await rewards(tenant), await trail()]).toEqual([before, []]);
    expect(await run(tenant, text)).toEqual(dry);
    expect((await trail()).map(({ recordId }) => recordId).sort()).toEqual(ids.slice(0, 2).sort());
    expect((await trail())[0]).toMatchObject({ before: { state: "pending" }, after: { state: "issued" } });
  });

  it("gives its failed rows alone, with the reason, which can be mended and imported", async () => {
    const { tenant, ids } = await start(3);
    const text = `id;note;code\n${ids[0]};"=HYPERLINK(""x"")";A\n${ids[1]};"a;\nb";A\n${ids[2]};ok;B\n`;
    const { results } = await run(tenant, text);
    const { firstRow } = await previewCodeFile(bytes(text));
    const failed = failedRowsWriter({ separator: ";", header: firstRow, width: 3 })(results);
    expect(failed).toBe(
      `\uFEFFid;note;code;import reason\r\n${ids[1]};"a;\nb";A;Line 2 has the same code for another reward.\r\n`,
    );
    const mended = failed.replace(";A;", ";=C;");
    const second = await run(tenant, mended);
    expect(second.said).toEqual([[2, "changed"]]);
    const again = failedRowsWriter({ separator: ";", header: ["id", "note", "code", "import reason"], width: 4 });
    const formulas = again([{ ...second.results[0], outcome: "failed" } as RowResult]);
    expect(formulas).toContain(";'=C;");
    expect(formulas.split("\r\n")[0]).toBe("\uFEFFid;note;code;import reason");
  });

  it("is refused without the right to change rewards, and with a layout that names no codes", async () => {
    const { tenant } = await start(1);
    const context = tenant.at(NOW);
    const reader = { ...context, actor: { kind: "key" as const, id: "x", scopes: ["rewards:read"] as const } };
    const attempt = (settings: unknown, as = context) =>
      importCodes(as, { file: stream("A"), settings, dryRun: true, report: () => {} });
    const layout = { separator: ",", hasHeader: false, columns: { couponCode: 0 } };
    await expect(attempt({ layout }, reader)).rejects.toMatchObject({ code: "forbidden" });
    for (const columns of [{}, { couponCode: 0, memberExternalId: 1 }, { couponCode: 0, periodKey: 1 }])
      await expect(attempt({ layout: { ...layout, columns } })).rejects.toMatchObject({ code: "invalid_request" });
    await expect(attempt({ layout, filters: "{" })).rejects.toMatchObject({ code: "invalid_request" });
  });
});

it("an import that the database gives up for another change is a conflict, not a failure", async () => {
  const context = (await newTenant(database.db)).at(NOW);
  async function* deadlocked(): AsyncGenerator<Uint8Array> {
    yield bytes("x,y\n");
    throw new Error("Failed query", { cause: Object.assign(new Error("deadlock detected"), { code: "40P01" }) });
  }
  const layout = { separator: ",", hasHeader: false, columns: { rewardId: 0, couponCode: 1 } };
  const run = importCodes(context, { file: deadlocked(), settings: { layout }, dryRun: false, report: () => {} });
  await expect(run).rejects.toMatchObject({ code: "conflict" });
});
