import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createLogs } from "@/lib/services/activity/create-log";
import type { ServiceContext } from "@/lib/services/context";
import { updateMember } from "@/lib/services/members/update-member";
import { importCodes } from "@/lib/services/reward-codes/import-codes";
import { previewCodeFile } from "@/lib/services/reward-codes/preview-code-file";
import { earnRewards } from "@/lib/services/reward-codes/testing/earn-rewards";
import { listRewardLogs } from "@/lib/services/reward-logs/list-reward-logs";
import { updateRewardLog } from "@/lib/services/reward-logs/update-reward-log";
import { exportMembers } from "./export-members";
import { exportRewardLogs } from "./export-reward-logs";

const NOW = "2026-04-20T12:00:00Z";
const ALL = new URLSearchParams();
const PENDING = JSON.stringify({ fieldSlug: "state", operator: "eq", value: "pending" });

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

const read = (text: string) => parse(text, { bom: true, columns: true }) as Record<string, string>[];

async function withRewards(members: number) {
  const tenant = await newTenant(database.db);
  await earnRewards(tenant.at(NOW), { members });
  const { data } = await listRewardLogs(tenant.at(NOW), ALL);
  return { tenant, context: tenant.at(NOW), data };
}

describe("an export of rewards", () => {
  it("holds what the filter matches, with formulas disarmed, and is imported as it is", async () => {
    const { context, data } = await withRewards(3);
    await updateRewardLog(context, { id: String(data[0]?.["id"]), patch: { couponCode: "=1+1" } });
    await updateMember(context, { id: String(data[0]?.["ownedById"]), patch: { displayName: "@ada" } });
    const text = await textOf(await exportRewardLogs(context, ALL));
    expect(text.startsWith("\uFEFFid,createdAt,memberExternalId,")).toBe(true);
    const rows = read(text);
    expect(rows).toHaveLength(3);
    expect(rows.find(({ id }) => id === data[0]?.["id"])).toMatchObject({
      couponCode: "'=1+1",
      memberName: "'@ada",
      milestone: "One",
      state: "issued",
    });
    const pending = read(await textOf(await exportRewardLogs(context, new URLSearchParams({ filters: PENDING }))));
    expect(pending.map(({ state }) => state)).toEqual(["pending", "pending"]);

    const file = new TextEncoder().encode(text);
    const { layout } = await previewCodeFile(file);
    async function* once() {
      yield file;
    }
    const settings = { layout };
    const summary = await importCodes(context, { file: once(), settings, dryRun: true, report: () => {} });
    // What has no code yet is a row without a code.
    expect(summary).toEqual({ rows: 3, changed: 0, unchanged: 1, failed: 2 });
  });

  it("goes on behind the cursor, in more pages than one", async () => {
    const tenant = await newTenant(database.db);
    const { streakId } = await earnRewards(tenant.at(NOW), { members: 1 });
    const logs = Array.from({ length: 1001 }, (_, position) => ({
      streakId,
      ownedBy: { externalId: `p${position}` },
      activityAt: NOW,
      activityId: "a",
      uniqueIdentifier: `p${position}`,
    }));
    for (const some of [logs.slice(0, 500), logs.slice(500)]) await createLogs(tenant.at(NOW), "streak", some);
    const exported = read(await textOf(await exportMembers(tenant.at(NOW), ALL)));
    expect(new Set(exported.map(({ externalId }) => externalId)).size).toBe(1002);
    expect(exported).toHaveLength(1002);
  });

  it("hides codes from whom they are hidden in the list, where no filter finds them either", async () => {
    const { context, data } = await withRewards(2);
    await updateRewardLog(context, { id: String(data[0]?.["id"]), patch: { couponCode: "SECRET" } });
    const viewer: ServiceContext = {
      ...context,
      actor: { kind: "user", id: "x", scopes: ["rewards:read", "members:read"] },
    };
    const text = await textOf(await exportRewardLogs(viewer, ALL));
    expect(text).not.toContain("SECRET");
    expect(read(text).map(({ couponCode }) => couponCode)).toContain("••••••••");
    const filters = JSON.stringify({ fieldSlug: "couponCode", operator: "startsWith", value: "S" });
    await expect(exportRewardLogs(viewer, new URLSearchParams({ filters }))).rejects.toMatchObject({
      code: "invalid_request",
    });
  });

  it("refuses what is no filter before it answers anything", async () => {
    const { context } = await withRewards(1);
    for (const parameters of ["limit=1", "filters=%7B", "colour=red", "order=up", "sortBy=%5B%5D"])
      await expect(exportRewardLogs(context, new URLSearchParams(parameters))).rejects.toMatchObject({
        code: "invalid_request",
      });
    const noReader = { ...context, actor: { kind: "key" as const, id: "x", scopes: [] } };
    await expect(exportMembers(noReader, ALL)).rejects.toMatchObject({ code: "forbidden" });
  });
});
