import { challengeLogFields, challengeLogList, streakLogFields, streakLogList } from "./activity-log";
import { challengeFields, challengeList } from "./challenge";
import type { FieldTypes } from "./list-fields";
import { memberFields, memberList } from "./member";
import { milestoneFields, milestoneList } from "./milestone";
import { challengeProgressFields, challengeProgressList, streakProgressFields, streakProgressList } from "./progress";
import { rewardLogFields, rewardLogList } from "./reward-log";
import { rewardRuleFields, rewardRuleList } from "./reward-rule";
import { streakFields, streakList } from "./streak";
import { userGroupFields, userGroupList } from "./user-group";

/** What each noun publishes: the fields by which its lists filter and sort, and all that `fields` can choose (DOMAIN 4). */
export const LISTS = {
  streak: { types: streakList, fields: streakFields },
  challenge: { types: challengeList, fields: challengeFields },
  milestone: { types: milestoneList, fields: milestoneFields },
  member: { types: memberList, fields: memberFields },
  streak_log: { types: streakLogList, fields: streakLogFields },
  challenge_log: { types: challengeLogList, fields: challengeLogFields },
  streak_progress: { types: streakProgressList, fields: streakProgressFields },
  challenge_progress: { types: challengeProgressList, fields: challengeProgressFields },
  reward_log: { types: rewardLogList, fields: rewardLogFields },
  reward_rule: { types: rewardRuleList, fields: rewardRuleFields },
  user_group: { types: userGroupList, fields: userGroupFields },
} as const satisfies Record<string, { types: FieldTypes; fields: readonly string[] }>;
