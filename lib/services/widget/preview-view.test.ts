import { describe, expect, test } from "vitest";
import { PREVIEW_STATES, type PreviewState, widgetPreview } from "@/lib/contracts/widget-preview";
import { previewView } from "./preview-view";

const NOW = Date.UTC(2026, 3, 9, 15);
const PROGRAM = { name: "Café", timeZone: "Asia/Tokyo", defaultLanguage: "en", widgetTheme: { radius: 3 } };
const MILESTONES = [
  { eudTitle: "End", eudMilestoneRewardTitle: "Big", milestoneTargetValue: 6, points: 20 },
  { eudTitle: "Half", eudMilestoneRewardTitle: "Small", milestoneTargetValue: 3, points: 10 },
];

function preview(state: PreviewState, values: object = {}) {
  const campaign = { eudTitle: "Visits", aggregationPeriod: "daily", completionTargetValue: 6 };
  const input = { slug: "streak", campaign, milestones: MILESTONES, state, ...values } as const;
  const view = previewView(widgetPreview.parse(input), PROGRAM, NOW);
  if (view.reader.kind !== "member") throw new Error("previews are a member's");
  const [shown] = view.campaigns;
  return {
    view,
    shown,
    rungs: shown?.rungs.map(({ state: rung }) => rung),
    rewards: view.reader.rewards.map((reward) => reward.state),
    points: view.reader.points.balance,
  };
}

describe.each(["streak", "challenge"] as const)("the preview of a %s", (slug) => {
  test.each([
    ["start", ["current", "locked"], [], 0],
    ["midway", ["done", "current"], ["pending"], 10],
    ["done", ["done", "done"], ["pending", "pending"], 30],
    ["issued", ["done", "done"], ["issued", "pending"], 30],
    ["expired", ["done", "done"], ["pending", "expired"], 30],
  ] as const)("shows a member at %s", (state, rungs, rewards, points) => {
    expect(preview(state, { slug })).toMatchObject({ rungs, rewards, points });
  });
});

test.each([
  ["start", { state: "idle", count: 0 }],
  ["midway", { state: "running", count: 3 }],
  ["done", { state: "completed", count: 6 }],
] as const)("a streak at %s is what its member would see", (state, progress) => {
  expect(preview(state).shown).toMatchObject({ progress });
});

test.each(["daily", "weekly", "monthly"])("a %s streak may be as long as the API takes it", (aggregationPeriod) => {
  const campaign = { aggregationPeriod, completionTargetValue: 2_147_483_647 };
  expect(preview("done", { campaign }).shown).toMatchObject({ progress: { state: "completed", count: 2_147_483_647 } });
  expect(preview("midway", { campaign }).shown).toMatchObject({ progress: { state: "running" } });
});

test("a campaign that is over is shown as its member stood at its end", () => {
  const campaign = { eudTitle: "Visits", completionTargetValue: 6, endsAt: "2026-03-20T15:00:00Z" };
  for (const slug of ["streak", "challenge"] as const) {
    const { shown, rungs } = preview("midway", { slug, campaign });
    expect(shown).toMatchObject({ schedule: "over", progress: slug === "streak" ? { count: 3 } : { value: 3 } });
    expect(rungs).toEqual(["done", "locked"]);
  }
});

test("shows translations, and unsaved looks before the program's", () => {
  const campaign = { eudTitle: "Visits", translations: { fr: { eudTitle: "Visites" } } };
  const { view } = preview("start", { campaign, languageCode: "fr", theme: { radius: 9 } });
  expect(view).toMatchObject({ theme: { radius: 9 }, campaigns: [{ title: { text: "Visites", language: "fr" } }] });
  expect(preview("start").view.theme).toEqual({ radius: 3 });
});

test("an unfinished form shows something in every state", () => {
  const campaign = { completionTargetValue: Number.NaN, aggregationPeriod: "", startsAt: "tomorrow", eudTitle: 5 };
  const milestones = [{ milestoneTargetValue: -1, points: "many" }];
  for (const slug of ["streak", "challenge"] as const)
    for (const state of PREVIEW_STATES) {
      const input = widgetPreview.parse({ slug, campaign, milestones, state });
      expect(previewView(input, PROGRAM, NOW).campaigns).toMatchObject([{ goal: 7, rungs: [{ target: 1 }] }]);
    }
});
