import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { openTestDatabase } from "@/db/testing/test-database";
import { newTenant } from "@/lib/auth/testing/tenant";
import { previewCampaign } from "./preview-campaign";

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const INPUT = {
  slug: "streak",
  campaign: {
    eudTitle: "Every day",
    eudDescription: "",
    completionTargetValue: 4,
    translations: { "pt-BR": { eudTitle: "Todo dia", eudDescription: null }, de: { eudTitle: "" } },
  },
  milestones: [{ milestoneTargetValue: 2, eudTitle: "Half", translations: { pt: { eudTitle: "Metade" } } }],
  state: "midway",
};

it("tells which text readers of a language get, a relative's where there is none, beside the view", async () => {
  const context = (await newTenant(database.db)).at("2026-04-20T12:00:00Z");
  const { view, resolved } = await previewCampaign(context, { ...INPUT, languageCode: "en", textsIn: "pt" });
  expect(view.campaigns[0]).toMatchObject({ title: { text: "Every day", language: "en" } });
  expect(resolved.campaign).toEqual({ eudTitle: { text: "Todo dia", language: "pt-BR" } });
  expect(resolved.milestones[0]).toEqual({ eudTitle: { text: "Metade", language: "pt" } });
});

it("falls back to the default language, an empty translation being none", async () => {
  const context = (await newTenant(database.db)).at("2026-04-20T12:00:00Z");
  const { resolved } = await previewCampaign(context, { ...INPUT, languageCode: null, textsIn: "de" });
  expect(resolved.campaign).toEqual({ eudTitle: { text: "Every day", language: "en" } });
});

it("refuses what is no preview", async () => {
  const context = (await newTenant(database.db)).at("2026-04-20T12:00:00Z");
  await expect(previewCampaign(context, null)).rejects.toMatchObject({ code: "invalid_request" });
});
