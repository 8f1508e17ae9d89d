import type { WidgetCampaign, WidgetReward, WidgetRung, WidgetText, WidgetView } from "@/lib/contracts/widget";

const NOW = Date.UTC(2026, 3, 9, 15);
const DAY_MS = 86_400_000;

const words = (text: string): WidgetText => ({ text, language: "en" });

function rung(position: number, target: number, state: WidgetRung["state"]): WidgetRung {
  return {
    id: `01a21450-0000-7000-8000-00000000000${position}`,
    title: words(`Step ${target}`),
    reward: words(`${target * 5} % off your next order`),
    icon: null,
    target,
    points: target * 10,
    state,
  };
}

function streak(period: "daily" | "weekly", cells: number, rungs: WidgetRung[]): WidgetCampaign {
  return {
    slug: "streak",
    id: `01a21450-1111-7000-8000-0000000000${cells}0`,
    title: words(period === "daily" ? "A week of treats" : "Fitness ladder"),
    description: words("Treat yourself every day for a week. Rewards wait on the third and on the seventh day."),
    icon: null,
    rungs,
    goal: 12,
    schedule: "open",
    startsAt: null,
    endsAt: null,
    until: NOW + DAY_MS / 3,
    last: false,
    period,
    progress: {
      state: "running",
      count: 3,
      cells: Array.from({ length: cells }, (_, position) => ({
        date: new Date(NOW - (cells - position) * DAY_MS).toISOString().slice(0, 10),
        state: position === cells - 1 ? "open" : position < 3 ? "unmet" : "met",
      })),
      task: { value: 2.5, target: 20, met: false },
      broken: null,
    },
  };
}

function reward(position: number, state: WidgetReward["state"]): WidgetReward {
  return {
    id: `01a21450-2222-7000-8000-00000000000${position}`,
    title: words("25 % off one order"),
    description: words("For everything in the shop but gift cards."),
    icon: null,
    state,
    code: state === "pending" ? null : `SPRING-${position}000`,
    instruction: words("Use the offer code at checkout to redeem your reward! Valid till {{rewardValidTill}}."),
    expiresAt: state === "pending" ? null : NOW + position * DAY_MS,
    redeemedAt: null,
    soon: position === 1,
    fresh: position === 1,
  };
}

/** What a busy member sees: two streaks, a challenge, ladders of four and three, three rewards and ten changes of points. */
export function sampleView(language: string): WidgetView {
  const ladder = [rung(1, 2, "done"), rung(2, 4, "current"), rung(3, 8, "locked"), rung(4, 12, "locked")];
  return {
    programName: "Café Aurora",
    languages: [language],
    timeZone: "Europe/Berlin",
    now: NOW,
    day: 20552,
    theme: { light: { accent: "#0b5d4f", onAccent: "#ffffff" }, radius: 8 },
    campaigns: [
      streak("daily", 7, ladder),
      streak("weekly", 8, ladder.slice(1)),
      {
        ...streak("daily", 9, ladder.slice(0, 3)),
        slug: "challenge",
        period: "monthly",
        progress: { value: 3, completed: false },
      },
    ],
    reader: {
      kind: "member",
      rewards: [reward(1, "issued"), reward(2, "issued"), reward(3, "pending")],
      more: false,
      points: {
        balance: 1240,
        entries: Array.from({ length: 10 }, (_, position) => ({
          id: String(position),
          label: words("Bought a coffee"),
          points: 10 * position,
          at: NOW - position * DAY_MS,
        })),
      },
    },
  };
}
