/** The four campaigns of the demo (DEMO=1): what a first look at the product shows. */
export interface DemoCampaign {
  slug: "streak" | "challenge";
  values: Record<string, unknown>;
  milestones: Record<string, unknown>[];
  activityId: string;
  /** Does the member act on this day? `day` counts from 0, 60 days ago, to 59, today; `weekday` is 0 for Monday. */
  acts: (member: number, day: number, weekday: number) => boolean;
  /** What one act is worth; null for a count. */
  value: ((member: number, day: number) => number) | null;
}

const live = { status: "live" };

/** Cheap, fixed noise from 0 to 99: the demo looks alive and is the same everywhere. */
function noise(...parts: number[]): number {
  return parts.reduce((sum, part) => (sum * 31 + part * 17 + 7) % 9973, 11) % 100;
}

export const DEMO_CAMPAIGNS: DemoCampaign[] = [
  {
    slug: "streak",
    values: {
      ...live,
      name: "3-day spend streak",
      description: "Spend 20 or more on three days in a row.",
      aggregationMethod: "sum",
      aggregationPeriod: "daily",
      aggregationTargetValue: 20,
      completionTargetValue: 3,
      eudTitle: "Three in a row",
      eudDescription: "Spend 20 or more on three days in a row and get 10 % off.",
    },
    milestones: [
      {
        ...live,
        name: "10 % off",
        description: "A code for 10 % off the next order.",
        milestoneTargetValue: 3,
        points: 50,
        eudTitle: "Day 3",
        eudMilestoneRewardTitle: "10 % off your next order",
      },
    ],
    activityId: "made_a_purchase",
    acts: (member, day) => noise(member, day) < 30 + member * 3,
    value: (member, day) => 8 + noise(day, member) / 2,
  },
  {
    slug: "streak",
    values: {
      ...live,
      name: "7-day spend streak",
      description: "A purchase every day for a week.",
      aggregationMethod: "sum",
      aggregationPeriod: "daily",
      aggregationTargetValue: 5,
      completionTargetValue: 7,
      eudTitle: "A week of treats",
      eudDescription: "Treat yourself every day for a week. Rewards wait on day 3 and day 7.",
    },
    milestones: [
      {
        ...live,
        name: "Free delivery",
        description: "A code for free delivery.",
        milestoneTargetValue: 3,
        points: 20,
        eudTitle: "Day 3",
        eudMilestoneRewardTitle: "Free delivery",
      },
      {
        ...live,
        name: "25 % off",
        description: "A code for 25 % off one order.",
        milestoneTargetValue: 7,
        points: 200,
        eudTitle: "Day 7",
        eudMilestoneRewardTitle: "25 % off one order",
      },
    ],
    activityId: "made_a_purchase",
    acts: (member, day) => (day + member * 5) % 12 < 3 + (member % 7),
    value: (member, day) => 5 + noise(member, day, 3) / 4,
  },
  {
    slug: "challenge",
    values: {
      ...live,
      name: "8 café visits in a month",
      description: "Eight visits to the café within one calendar month.",
      aggregationMethod: "count",
      aggregationPeriod: "monthly",
      completionTargetValue: 8,
      eudTitle: "Café regular",
      eudDescription: "Visit us eight times this month. There is something halfway, too.",
    },
    milestones: [
      {
        ...live,
        name: "Free espresso",
        description: "Halfway there: an espresso.",
        milestoneTargetValue: 4,
        points: 10,
        eudTitle: "Halfway",
        eudMilestoneRewardTitle: "A free espresso",
      },
      {
        ...live,
        name: "Free breakfast",
        description: "Eight visits: breakfast on us.",
        milestoneTargetValue: 8,
        points: 40,
        eudTitle: "Eight visits",
        eudMilestoneRewardTitle: "Breakfast on us",
      },
    ],
    activityId: "visited_cafe",
    acts: (member, day, weekday) => weekday < 5 && noise(member, day, 9) < 18 + member * 2,
    value: null,
  },
  {
    slug: "streak",
    values: {
      ...live,
      name: "3-month fitness ladder",
      description: "Three workouts a week, twelve weeks long.",
      aggregationMethod: "count",
      aggregationPeriod: "weekly",
      aggregationTargetValue: 3,
      completionTargetValue: 12,
      eudTitle: "Fitness ladder",
      eudDescription: "Three workouts a week. Every rung has its reward, up to week 12.",
    },
    milestones: [2, 4, 8, 12].map((week) => ({
      ...live,
      name: `Week ${week}`,
      description: `The reward for ${week} weeks in a row.`,
      milestoneTargetValue: week,
      points: week * 10,
      repeatable: false,
      eudTitle: `Week ${week}`,
      eudMilestoneRewardTitle: week === 12 ? "A month of membership" : `${week * 5} % off in the gym shop`,
    })),
    activityId: "finished_workout",
    acts: (member, day, weekday) => weekday % 2 === 0 && (member < 6 || noise(member, Math.floor(day / 7)) < 70),
    value: null,
  },
];

export const DEMO_MEMBERS = [
  { externalId: "demo-ada", displayName: "Ada Okafor", timeZone: "Africa/Lagos", languageCode: "en" },
  { externalId: "demo-ben", displayName: "Ben Fischer", timeZone: "Europe/Berlin", languageCode: "de" },
  { externalId: "demo-chloe", displayName: "Chloé Martin", timeZone: "Europe/Paris", languageCode: "fr" },
  { externalId: "demo-daniyar", displayName: "Daniyar Serik", timeZone: "Asia/Almaty", languageCode: "ru" },
  { externalId: "demo-emiko", displayName: "山田 恵美子", timeZone: "Asia/Tokyo", languageCode: "ja" },
  { externalId: "demo-farid", displayName: "فريد حداد", timeZone: "Asia/Dubai", languageCode: "ar" },
  { externalId: "demo-grace", displayName: "Grace Nguyen", timeZone: "Australia/Sydney", languageCode: "en" },
  { externalId: "demo-hugo", displayName: "Hugo Álvarez", timeZone: "America/Mexico_City", languageCode: "es" },
  { externalId: "demo-isla", displayName: "Isla Campbell", timeZone: "Europe/London", languageCode: "en" },
  { externalId: "demo-joao", displayName: "João Pereira", timeZone: "America/Sao_Paulo", languageCode: "pt-BR" },
  { externalId: "demo-kiran", displayName: "Kiran Thapa", timeZone: "Asia/Kathmandu", languageCode: "en" },
  { externalId: "demo-lena", displayName: "Lena Kowalska", timeZone: "Europe/Warsaw", languageCode: "pl" },
];
