import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { explain, explainByIndex, type PlanNode, statementsOf } from "@/db/testing/explain";
import { insertManyMembers } from "@/db/testing/many-members";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { LISTS } from "@/lib/contracts/every-list";
import { isSortable } from "@/lib/contracts/list-fields";
import { listChallengeLogs } from "./challenge-logs/list-challenge-logs";
import { listChallengeProgress } from "./challenge-progress/list-challenge-progress";
import { createChallenge } from "./challenges/create-challenge";
import { listChallenges } from "./challenges/list-challenges";
import { loadDemo } from "./demo/load-demo";
import { listMembers } from "./members/list-members";
import { listMilestones } from "./milestones/list-milestones";
import { listRewardLogs } from "./reward-logs/list-reward-logs";
import { listRewardRules } from "./reward-rules/list-reward-rules";
import { searchRecords } from "./search/search-records";
import { listStreakLogs } from "./streak-logs/list-streak-logs";
import { listStreakProgress } from "./streak-progress/list-streak-progress";
import { listStreaks } from "./streaks/list-streaks";
import { listUserGroups } from "./user-groups/list-user-groups";

const NOW = "2026-11-22T12:00:00Z";
const VERBS = {
  streak: listStreaks,
  challenge: listChallenges,
  milestone: listMilestones,
  member: listMembers,
  streak_log: listStreakLogs,
  challenge_log: listChallengeLogs,
  streak_progress: listStreakProgress,
  challenge_progress: listChallengeProgress,
  reward_log: listRewardLogs,
  reward_rule: listRewardRules,
  user_group: listUserGroups,
};
type Noun = keyof typeof VERBS;

let database: Database;
let demo: Tenant;

beforeAll(async () => {
  database = await openTestDatabase();
  demo = await newTenant(database.db);
  await loadDemo(demo.at(NOW));
  const another = { name: "Second", eudTitle: "Second", description: "d", status: "draft", completionTargetValue: 1 };
  await createChallenge(demo.at(NOW), another);
});
afterAll(() => database.close());

const query = (values: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]),
  );
const list = (tenant: Tenant, noun: Noun, values: Record<string, unknown>) =>
  VERBS[noun](tenant.at(NOW), query({ limit: 1, ...values }));
const sortBy = (fieldSlug: string, order: string) => [{ fieldSlug, order }];

/** The statements by which a list's rows are fetched; what belongs to them is fetched by others. */
async function fetches(tenant: Tenant, noun: Noun, values: Record<string, unknown>) {
  const sent = await statementsOf(database.db, () => list(tenant, noun, values));
  return sent.filter(({ sql: text }) => text.includes("json_build_array"));
}

const sorts = (plan: PlanNode[]) => plan.filter((node) => String(node["Node Type"]).includes("Sort"));

describe.each(Object.keys(VERBS) as Noun[])("lists of %s", (noun) => {
  const { types } = LISTS[noun];

  it.each(Object.keys(types).filter(isSortable))("walk the index of %s behind every cursor", async (field) => {
    let walked = 0;
    for (const order of ["ASC", "DESC"])
      for (const operator of ["isNull", "isNotNull"]) {
        const at = { filters: { fieldSlug: field, operator }, sortBy: sortBy(field, order) };
        const { paging } = await list(demo, noun, at);
        if (paging.nextCursor === null) continue;
        const after = { sortBy: sortBy(field, order), startingAfter: paging.nextCursor };
        // More than there are, so that every stretch is asked for.
        const statements = await fetches(demo, noun, { ...after, limit: 1000 });
        for (const plan of await explainByIndex(database.db, statements)) expect(sorts(plan)).toEqual([]);
        walked += statements.length;
      }
    expect(walked).toBeGreaterThan(0);
  });
});

describe("of many members", () => {
  const MANY = 20_000;
  let tenant: Tenant;

  beforeAll(async () => {
    tenant = await newTenant(database.db);
    await insertManyMembers(database.db, tenant.program.id, MANY);
  });

  const cost = async (values: Record<string, unknown>) => {
    const statements = await fetches(tenant, "member", { limit: 20, ...values });
    const plans = await Promise.all(statements.map((one) => explain(database.db, one, { analyze: true })));
    const [top] = plans.map(([node]) => node);
    const scans = plans.flat().filter((node) => node["Index Name"]);
    return {
      statements: plans.length,
      index: [...new Set(scans.map((node) => node["Index Name"]))],
      sorts: plans.flatMap(sorts).length,
      thrownAway: Math.max(0, ...plans.flat().map((node) => Number(node["Rows Removed by Filter"] ?? 0))),
      blocks: Number(top?.["Shared Hit Blocks"] ?? 0) + Number(top?.["Shared Read Blocks"] ?? 0),
    };
  };

  it.each(["ASC", "DESC"])("a page of a field with nulls costs the same at every depth: %s", async (order) => {
    const first = await cost({ sortBy: sortBy("firstName", order) });
    const flat = { index: ["member_by_first_name"], sorts: 0, thrownAway: 0 };
    expect(first).toMatchObject({ statements: 1, ...flat });
    // Among the values, among the nulls, and where a page lies on both sides of the border.
    for (const depth of [100, MANY / 2 - 10, MANY - 100]) {
      const before = { sortBy: sortBy("firstName", order), offset: depth - 1 };
      const { paging } = await list(tenant, "member", before);
      const behind = await cost({ sortBy: sortBy("firstName", order), startingAfter: paging.nextCursor });
      const atBorder = depth === MANY / 2 - 10;
      expect(behind).toMatchObject({ statements: atBorder ? 2 : 1, ...flat });
      expect(behind.blocks).toBeLessThan(first.blocks + 20);
    }
  });

  it("several fields start at the first one's place in its index, and tell apart only those alike in it", async () => {
    const fields = [...sortBy("lastName", "ASC"), ...sortBy("externalId", "DESC")];
    const { paging } = await list(tenant, "member", { sortBy: fields, offset: MANY - 100 });
    const behind = await cost({ sortBy: fields, startingAfter: paging.nextCursor });
    expect(behind.index).toEqual(["member_by_last_name"]);
    expect(behind.thrownAway).toBeLessThan(5);
    expect(behind.blocks).toBeLessThan(100);
  });

  it.each(["contains", "startsWith"])("%s finds by trigrams", async (operator) => {
    const value = operator === "contains" ? "TOMER-2999" : "CUSTOMER-2999";
    const found = await cost({ filters: { fieldSlug: "externalId", operator, value } });
    expect(found.index).toEqual(["member_search"]);
    expect(found.thrownAway).toBeLessThan(100);
  });

  it.each(["a", "ab"])("contains %j is met on the way along the order, which ends with the page", async (value) => {
    const found = await cost({ filters: { fieldSlug: "lastName", operator: "contains", value } });
    expect(found).toMatchObject({ index: ["member_by_created_at"], sorts: 0 });
    expect(found.blocks).toBeLessThan(2000);
  });

  it("the palette looks only at members whom indexes name", async () => {
    const search = async (text: string) => {
      const sent = await statementsOf(database.db, () => searchRecords(tenant.at(NOW), text));
      const searches = sent.filter(({ sql: statement }) => statement.includes('from "member"'));
      const nodes = await Promise.all(searches.map((one) => explain(database.db, one, { analyze: true })));
      const most = (count: string) => Math.max(...nodes.flat().map((node) => Number(node[count] ?? 0)));
      return {
        index: new Set(nodes.flat().map((node) => node["Index Name"])),
        lookedAt: most("Actual Rows") + most("Rows Removed by Filter"),
      };
    };
    // 11,111 begin so.
    const { index, lookedAt } = await search("customer-1");
    for (const name of ["external_id_prefix", "display_name_prefix", "email_prefix", "search"])
      expect(index).toContain(`member_${name}`);
    expect(lookedAt).toBeLessThan(100);
    expect((await search(tenant.program.id)).lookedAt).toBeLessThan(100);
  });

  it.each([
    ["streak_log", "activityId"],
    ["streak_log", "uniqueIdentifier"],
    ["challenge_log", "periodKey"],
    ["reward_log", "uniqueIdentifier"],
    ["reward_log", "periodKey"],
  ] as const)("startsWith on %s finds %s by its beginning", async (noun, fieldSlug) => {
    const filters = { fieldSlug, operator: "startsWith", value: "demo-1_" };
    const plans = await explainByIndex(
      database.db,
      await fetches(demo, noun, { filters, sortBy: sortBy(fieldSlug, "ASC") }),
    );
    expect(plans.flat().map((node) => node["Index Cond"])).toContainEqual(expect.stringContaining(">= 'demo-1_'"));
  });
});
