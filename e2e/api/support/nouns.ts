/** Every noun that has a list behind /schema. */
export const NOUNS = [
  "streak",
  "challenge",
  "milestone",
  "member",
  "streak_log",
  "challenge_log",
  "streak_progress",
  "challenge_progress",
  "reward_log",
  "reward_rule",
  "user_group",
];
