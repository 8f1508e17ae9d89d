import { describe, expect, test } from "vitest";
import type { WidgetChallengeData, WidgetData, WidgetMilestoneData, WidgetStreakData } from "@/db/queries/widget";
import { presentWidget } from "./present-widget";

const DAY_MS = 86_400_000;
/** A midnight; days are told by their ordinal. */
const DAY = Date.UTC(2026, 3, 10) / DAY_MS;
const TEXTS = { eudTitle: "Title", eudDescription: null, eudIcon: null, translations: {} };
const PROGRAM = { name: "Test", timeZone: null, defaultLanguage: "en", widgetTheme: {} };
const CAMPAIGN = { id: "campaign", aggregationMethod: "count", timeZone: null, startsAt: null, ...TEXTS } as const;

/** A daily streak with a met day for each of these, all in one run. */
function streak(days: number[], endsAt: number | null): WidgetStreakData {
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  return {
    ...CAMPAIGN,
    endsAt,
    aggregationPeriod: "daily",
    aggregationTargetValue: "1",
    completionTargetValue: 7,
    tallies: days.map((index) => ({ index, value: "1", met: true })),
    lastRun: {
      id: "run",
      first,
      length: days.length,
      startedAt: first * DAY_MS,
      latestAt: last * DAY_MS + 1,
      latestZone: "UTC",
      completedAt: null,
      nextFirst: null,
      nextStartedAt: null,
    },
  };
}

function challenge(index: number, value: number, endsAt: number | null): WidgetChallengeData {
  const completedAt = value >= 2 ? index * DAY_MS + 1 : null;
  return {
    ...CAMPAIGN,
    endsAt,
    aggregationPeriod: "daily",
    completionTargetValue: "2",
    windows: [{ index, value: String(value), completedAt }],
  };
}

function milestone(target: number, lastPaid: string | null): WidgetMilestoneData {
  return {
    ...TEXTS,
    id: `milestone-${target}`,
    parentId: CAMPAIGN.id,
    target: String(target),
    points: 5,
    repeatable: true,
    eudMilestoneRewardTitle: null,
    eudMilestoneRewardInstructionMessage: null,
    lastPaid,
  };
}

function seen(now: number, data: Partial<WidgetData>) {
  const member = { id: "member", timeZone: null, languageCode: null, pointsBalance: 0 };
  const all = { icons: [], member, streaks: [], challenges: [], milestones: [], rewards: [], entries: [], ...data };
  const [campaign] = presentWidget(PROGRAM, all, { kind: "member", languages: [] }, now).campaigns;
  return campaign;
}

describe("a streak that is over", () => {
  const milestones = [milestone(2, "daily_2026-04-06"), milestone(5, null)];
  const run = [DAY - 5, DAY - 4, DAY - 3];

  test("stands as it did at its end: the run that was going on did not break, what it earned is reached", () => {
    const shown = seen(DAY * DAY_MS, { streaks: [streak(run, (DAY - 2) * DAY_MS)], milestones });
    expect(shown).toMatchObject({
      schedule: "over",
      progress: { state: "running", count: 3, broken: null },
      rungs: [{ state: "done" }, { state: "locked" }],
    });
  });

  test("says of a run that broke before the end neither that it broke nor what comes next", () => {
    const shown = seen((DAY + 2) * DAY_MS, { streaks: [streak(run, (DAY + 1) * DAY_MS)], milestones });
    expect(shown).toMatchObject({
      schedule: "over",
      progress: { state: "broken", count: 0, broken: null },
      rungs: [{ state: "done" }, { state: "locked" }],
    });
  });

  test("has no day that is still open", () => {
    const shown = seen(DAY * DAY_MS, { streaks: [streak(run, (DAY - 1) * DAY_MS)] });
    const states = shown?.slug === "streak" ? shown.progress?.cells.map(({ state }) => state) : [];
    expect(states).toEqual(["unmet", "unmet", "unmet", "met", "met", "met", "unmet"]);
  });
});

describe("a challenge that is over", () => {
  test.each([
    [2, true],
    [1, false],
  ])("stands as it did at its end, at %d of 2", (value, completed) => {
    const shown = seen(DAY * DAY_MS, {
      challenges: [challenge(DAY - 3, value, (DAY - 2) * DAY_MS)],
      milestones: [milestone(1, "daily_2026-04-07"), milestone(2, completed ? "daily_2026-04-07" : null)],
    });
    expect(shown).toMatchObject({
      schedule: "over",
      progress: { value, completed },
      rungs: [{ state: "done" }, { state: completed ? "done" : "locked" }],
    });
  });
});

test.each([
  ["the end of the period", (DAY + 1) * DAY_MS, true],
  ["within the period", (DAY + 0.5) * DAY_MS, true],
  ["within the next one", (DAY + 1) * DAY_MS + 1, false],
  ["never", null, false],
])("the period of now is the last one of a campaign that ends at %s: %s", (_, endsAt, last) => {
  expect(seen(DAY * DAY_MS + 1, { streaks: [streak([DAY], endsAt)] })).toMatchObject({ schedule: "open", last });
  expect(seen(DAY * DAY_MS + 1, { challenges: [challenge(DAY, 2, endsAt)] })).toMatchObject({ last });
});

describe("texts", () => {
  const texts = { de: { eudTitle: { text: "Titel" } }, fr: { eudTitle: { text: "Titre" } } };
  const titleFor = (...languages: (string | null)[]) => {
    const data = { ...streak([DAY], null), translations: texts };
    const all = { icons: [], member: null, streaks: [data], challenges: [], milestones: [], rewards: [], entries: [] };
    return presentWidget(PROGRAM, all, { kind: "guest", languages }, DAY * DAY_MS).campaigns[0]?.title?.text;
  };

  test("are in the first wanted language that they have, before the program's own", () => {
    expect(titleFor("sv", "de")).toBe("Titel");
    expect(titleFor(null, "not a tag", "de-AT")).toBe("Titel");
    expect(titleFor("fr", "de")).toBe("Titre");
    expect(titleFor("sv", "en", "de")).toBe("Title");
    expect(titleFor("sv")).toBe("Title");
  });

  test("are looked for in ten languages at most", () => {
    const others = ["sv", "da", "fi", "et", "lv", "lt", "cs", "sk", "hu", "ro"];
    expect(titleFor(...others.slice(1), "de")).toBe("Titel");
    expect(titleFor(...others, "de")).toBe("Title");
  });
});
