/** What the demo's shop gives points for, and takes them. */
export const DEMO_RULES = [
  { eventType: "newsletter_signup", points: 25, status: "live" },
  { eventType: "product_review", points: 40, status: "live" },
  { eventType: "points_spent", points: -60, status: "live" },
] as const;

/** The demo's groups; `members` says who is in one, by number. */
export const DEMO_GROUPS = [
  { name: "VIP customers", externalId: "vip", members: (member: number) => member % 3 === 0 },
  { name: "Newsletter readers", externalId: "newsletter", members: (member: number) => member % 2 === 0 },
];

/** What a member does in the days from `first` on: mostly a review, at times nothing; each signs up once. */
export function demoRuleOf(member: number, first: number): (typeof DEMO_RULES)[number] | null {
  const [signup, review, spent] = DEMO_RULES;
  if (first === 0) return signup;
  const step = (first / 3 + member * 5) % 7;
  if (step === 6) return spent;
  return step < 5 ? review : null;
}
