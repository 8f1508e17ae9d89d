import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { listAuditEntries } from "@/db/queries/audit-entries";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { importCodes } from "./import-codes";
import type { RowResult } from "./row-result";
import { earnRewards } from "./testing/earn-rewards";

/** `npm run test:csv` tries 1,000. */
const FILES = Number(process.env["CSV_FILES"] ?? 25);
const START = Date.UTC(2026, 0, 1, 12);
const DAY_MS = 86_400_000;
const MEMBERS = 3;

let database: Database;
let tenant: Tenant;
let round = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  tenant = await newTenant(database.db);
  await earnRewards(tenant.at(START), { members: MEMBERS });
});
afterAll(() => database.close());

const codes = fc.oneof(
  fc.constantFrom("A", "B", "C", "D", "", " A ", "-5", "'=1"),
  fc.string({ maxLength: 6, unit: "grapheme" }),
);
const expiries = fc.constantFrom("", "2031-01-01", "2020-01-01", "2031-01-01T10:00:00+02:00", "soon", "2031-02-30");
/** A reward by its position among the latest, or what is none. */
const references = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 11 }) },
  { weight: 1, arbitrary: fc.constantFrom("", "nonsense", "0197c1a2-7b1e-7c3a-9f00-3b2d8a1c4e5f") },
);
const row = fc.record({ reference: references, withPeriod: fc.boolean(), code: codes, expiry: expiries });
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

const file = fc.record({
  kind: fc.constantFrom("id", "member", "any"),
  rows: fc.array(row, { maxLength: 12 }),
  separator: fc.constantFrom(",", ";", "\t"),
  end: fc.constantFrom("\n", "\r\n"),
  bom: fc.constantFrom("", "\uFEFF"),
  quoted: fc.boolean(),
  tail: fc.constantFrom("", "\n\n", '\n"never closed'),
  pendingOnly: fc.boolean(),
  shareCodes: fc.boolean(),
  replaceCodes: fc.boolean(),
});
type File = typeof file extends fc.Arbitrary<infer T> ? T : never;

type Reward = Awaited<ReturnType<typeof listRewardLogs>>["data"][number];

const COLUMNS = {
  id: { rewardId: 0, couponCode: 1, rewardExpiryAt: 2 },
  member: { memberExternalId: 0, milestone: 1, periodKey: 2, couponCode: 3, rewardExpiryAt: 4 },
  any: { couponCode: 0, rewardExpiryAt: 1 },
} as const;

function cellsOf({ kind }: File, { reference, withPeriod, code, expiry }: Row, rewards: Reward[]): string[] {
  const named = typeof reference === "number" ? rewards[reference] : undefined;
  if (kind === "any") return [code, expiry];
  if (kind === "id") return [named ? String(named["id"]) : String(reference), code, expiry];
  const member = typeof reference === "number" ? `m${reference % MEMBERS}` : reference;
  return [
    member,
    named ? "One" : String(reference),
    withPeriod && named ? String(named["periodKey"]) : "",
    code,
    expiry,
  ];
}

function write(given: File, rewards: Reward[]): string {
  const quote = (cell: string) => (given.quoted || /[",;\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = given.rows.map((one) => cellsOf(given, one, rewards).map(quote).join(given.separator));
  return given.bom + lines.join(given.end) + given.tail;
}

async function* stream(text: string) {
  yield new TextEncoder().encode(text);
}

/** Everything that an import could change. */
async function everything(now: number) {
  const context = tenant.at(now);
  const { data } = await listRewardLogs(context, new URLSearchParams({ limit: "1000" }));
  const trail = await listAuditEntries(context.scope, database.db, 1);
  return JSON.stringify([data, trail]);
}

it(`a dry run and the import that follows agree on every row of ${FILES} random files`, async () => {
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(file, async (given) => {
      const now = START + ++round * DAY_MS;
      await earnRewards(tenant.at(now), { members: MEMBERS, existing: true });
      const { data } = await listRewardLogs(tenant.at(now), new URLSearchParams({ limit: "12" }));
      const text = write(given, data);
      const { kind, separator, pendingOnly, shareCodes, replaceCodes } = given;
      const filters = pendingOnly ? JSON.stringify({ fieldSlug: "state", operator: "eq", value: "pending" }) : null;
      const layout = { separator, hasHeader: false, columns: COLUMNS[kind] };
      const settings = { layout, filters, shareCodes, replaceCodes };
      const run = async (dryRun: boolean) => {
        const results: RowResult[] = [];
        const report = (some: RowResult[]) => results.push(...some);
        const summary = await importCodes(tenant.at(now), { file: stream(text), settings, dryRun, report });
        return { results, summary };
      };

      const before = await everything(now);
      const dry = await run(true);
      expect(await everything(now)).toBe(before);
      const real = await run(false);
      expect(real).toEqual(dry);
      for (const { outcome, problems } of real.results) outcomes.add(problems[0]?.code ?? outcome);
      // A code that was replaced is free for a row that failed for it, which is no repetition.
      if (!replaceCodes) expect((await run(false)).summary.changed).toBe(0);
    }),
    { numRuns: FILES, endOnFailure: true, seed: 7 },
  );
  expect([...outcomes]).toEqual(expect.arrayContaining(["changed", "unchanged", "code_missing", "csv_broken"]));
});
