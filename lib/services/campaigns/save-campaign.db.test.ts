import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { listAuditEntries } from "@/db/queries/audit-entries";
import { listMilestonesOf } from "@/db/queries/milestones";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant, type Tenant } from "@/lib/auth/testing/tenant";
import { AppError } from "@/lib/errors";
import { createLog } from "@/lib/services/activity/create-log";
import { listStreaks } from "@/lib/services/streaks/list-streaks";
import { type CampaignEdit, saveCampaign } from "./save-campaign";

const NOW = "2026-04-20T12:00:00Z";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const STREAK = {
  name: "Daily",
  description: "Every day",
  status: "draft",
  aggregationMethod: "count",
  aggregationTargetValue: 1,
  completionTargetValue: 7,
};
const rung = (target: number, more = {}) => ({
  values: { name: `Rung ${target}`, description: "A rung", milestoneTargetValue: target, status: "live", ...more },
});
const newStreak = (values = {}, milestones: CampaignEdit["milestones"] = []): CampaignEdit => ({
  slug: "streak",
  id: null,
  values: { ...STREAK, ...values },
  milestones,
});

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => new Error("nothing was refused"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw error;
}

const targets = async (tenant: Tenant, id: string) => {
  const rows = await listMilestonesOf(tenant.at(NOW).scope, database.db, id);
  return rows.map(({ milestoneTargetValue }) => Number(milestoneTargetValue / 1_000_000n));
};

describe("saving a campaign as one page", () => {
  it("creates a streak with its ladder, each record with an audit entry", async () => {
    const tenant = await newTenant(database.db);
    const { id } = await saveCampaign(tenant.at(NOW), newStreak({}, [rung(3), rung(5), rung(7)]));
    expect(await targets(tenant, id)).toEqual([3, 5, 7]);
    const trail = await listAuditEntries(tenant.at(NOW).scope, database.db, 10);
    expect(trail.map(({ action, slug }) => `${action} ${slug}`).sort()).toEqual([
      "create milestone",
      "create milestone",
      "create milestone",
      "create streak",
    ]);
  });

  it("creates a challenge alike", async () => {
    const tenant = await newTenant(database.db);
    const { aggregationTargetValue: _, ...values } = STREAK;
    const edit: CampaignEdit = { slug: "challenge", id: null, values, milestones: [rung(0.5), rung(100)] };
    const { id } = await saveCampaign(tenant.at(NOW), edit);
    expect(await targets(tenant, id)).toHaveLength(2);
  });

  it("names everything that is wrong at once, and writes nothing", async () => {
    const tenant = await newTenant(database.db);
    const edit = newStreak({ name: "" }, [rung(3), rung(5, { eudTitle: "x".repeat(49) }), rung(-1)]);
    const error = await refusal(saveCampaign(tenant.at(NOW), edit));
    expect(error.code).toBe("invalid_request");
    expect(error.params.errors?.map(({ pointer }) => pointer)).toEqual([
      "/name",
      "/milestones/1/eudTitle",
      "/milestones/2/milestoneTargetValue",
    ]);
    expect((await listStreaks(tenant.at(NOW), new URLSearchParams())).data).toEqual([]);
  });

  it("a wrong milestone takes a right streak with it", async () => {
    const tenant = await newTenant(database.db);
    const error = await refusal(saveCampaign(tenant.at(NOW), newStreak({}, [rung(8)])));
    expect(error.params.errors).toEqual([
      expect.objectContaining({ pointer: "/milestones/0/milestoneTargetValue", code: "out_of_range" }),
    ]);
    expect((await listStreaks(tenant.at(NOW), new URLSearchParams())).data).toEqual([]);
  });

  it.each([
    ["grows before its milestones do", 10, 9],
    ["shrinks after its milestones do", 2, 2],
  ])("a streak %s", async (_, completionTargetValue, milestoneTargetValue) => {
    const tenant = await newTenant(database.db);
    const { id } = await saveCampaign(tenant.at(NOW), newStreak({}, [rung(7)]));
    const [milestone] = await listMilestonesOf(tenant.at(NOW).scope, database.db, id);
    const milestones = [{ id: milestone?.id ?? "", values: { milestoneTargetValue } }];
    await saveCampaign(tenant.at(NOW), { slug: "streak", id, values: { completionTargetValue }, milestones });
    expect(await targets(tenant, id)).toEqual([milestoneTargetValue]);
  });

  it("changes, adds and deletes milestones together", async () => {
    const tenant = await newTenant(database.db);
    const { id } = await saveCampaign(tenant.at(NOW), newStreak({}, [rung(3), rung(7)]));
    const [low, high] = await listMilestonesOf(tenant.at(NOW).scope, database.db, id);
    await saveCampaign(tenant.at(NOW), {
      slug: "streak",
      id,
      values: {},
      milestones: [
        { id: low?.id ?? "", values: {}, deleted: true },
        { id: high?.id ?? "", values: { milestoneTargetValue: 6 } },
        rung(2),
      ],
    });
    expect(await targets(tenant, id)).toEqual([2, 6]);
  });

  it("says which field is locked, and keeps the milestones as they were", async () => {
    const tenant = await newTenant(database.db);
    const { id } = await saveCampaign(tenant.at(NOW), newStreak({ status: "live" }));
    await createLog(tenant.at(NOW), "streak", {
      streakId: id,
      ownedBy: { externalId: "ada" },
      activityAt: NOW,
      activityId: "a",
      uniqueIdentifier: "one",
    });
    const edit: CampaignEdit = { slug: "streak", id, values: { completionTargetValue: 9 }, milestones: [rung(3)] };
    const error = await refusal(saveCampaign(tenant.at(NOW), edit));
    expect(error.code).toBe("locked");
    expect(error.params.errors?.map(({ pointer }) => pointer)).toEqual(["/completionTargetValue"]);
    expect(await targets(tenant, id)).toEqual([]);
  });

  it("of another program is not there", async () => {
    const [tenant, other] = [await newTenant(database.db), await newTenant(database.db)];
    const { id } = await saveCampaign(tenant.at(NOW), newStreak());
    const edit: CampaignEdit = { slug: "streak", id, values: { name: "Mine" }, milestones: [] };
    expect((await refusal(saveCampaign(other.at(NOW), edit))).code).toBe("not_found");
  });
});
