import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { createLog } from "@/lib/services/activity/create-log";
import { createIcon } from "@/lib/services/icons/create-icon";
import { prepareIcon } from "@/lib/services/icons/prepare-icon";
import { getCampaign } from "./get-campaign";
import { saveCampaign } from "./save-campaign";

const NOW = "2026-04-20T12:00:00Z";
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const STREAK = {
  name: "Daily",
  description: "Every day",
  status: "live",
  aggregationMethod: "count",
  aggregationTargetValue: 1,
  completionTargetValue: 7,
};
const rung = (milestoneTargetValue: number, more = {}) => ({
  values: {
    name: `Rung ${milestoneTargetValue}`,
    description: "A rung",
    milestoneTargetValue,
    status: "live",
    ...more,
  },
});

describe("a campaign as its page reads it", () => {
  it("has its ladder from the first to the last, and the icons of every language", async () => {
    const context = (await newTenant(database.db)).at(NOW);
    const icon = await createIcon(context, await prepareIcon(context, Buffer.from(SVG)));
    const { id } = await saveCampaign(context, {
      slug: "streak",
      id: null,
      values: STREAK,
      milestones: [rung(5, { translations: { ar: { eudIcon: icon.id } } }), rung(2)],
    });
    const campaign = await getCampaign(context, "streak", id);
    expect(campaign.record).toMatchObject({ id, name: "Daily", eudIcon: { id: null } });
    expect(campaign.milestones.map(({ milestoneTargetValue }) => milestoneTargetValue)).toEqual([2, 5]);
    expect(campaign.icons).toEqual({ [icon.id]: icon.url });
    expect(campaign).toMatchObject({ hasLogs: false, paidMilestones: [] });
  });

  it("tells what is locked: the rules by a log, a target by the reward that it gave", async () => {
    const context = (await newTenant(database.db)).at(NOW);
    const milestones = [rung(1), rung(7)];
    const { id } = await saveCampaign(context, { slug: "streak", id: null, values: STREAK, milestones });
    await createLog(context, "streak", {
      streakId: id,
      ownedBy: { externalId: "ada" },
      activityAt: NOW,
      activityId: "a",
      uniqueIdentifier: "one",
    });
    const campaign = await getCampaign(context, "streak", id);
    expect(campaign.hasLogs).toBe(true);
    expect(campaign.paidMilestones).toEqual([campaign.milestones[0]?.id]);
  });

  it("is a challenge alike, and not there for another slug or program", async () => {
    const [tenant, other] = [await newTenant(database.db), await newTenant(database.db)];
    const { aggregationTargetValue: _, ...values } = STREAK;
    const { id } = await saveCampaign(tenant.at(NOW), { slug: "challenge", id: null, values, milestones: [] });
    expect((await getCampaign(tenant.at(NOW), "challenge", id)).record.name).toBe("Daily");
    await expect(getCampaign(tenant.at(NOW), "streak", id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getCampaign(other.at(NOW), "challenge", id)).rejects.toMatchObject({ code: "not_found" });
  });
});
