import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { indexedColumns } from "@/db/testing/indexed-columns";
import { openTestDatabase } from "@/db/testing/test-database";
import { challengeLogList, streakLogList } from "@/lib/contracts/activity-log";
import { challengeList } from "@/lib/contracts/challenge";
import { memberList } from "@/lib/contracts/member";
import { milestoneList } from "@/lib/contracts/milestone";
import { challengeProgressList, streakProgressList } from "@/lib/contracts/progress";
import { rewardLogList } from "@/lib/contracts/reward-log";
import { rewardRuleList } from "@/lib/contracts/reward-rule";
import { streakList } from "@/lib/contracts/streak";
import { userGroupList } from "@/lib/contracts/user-group";

let indexed: Set<string>;
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
  indexed = await indexedColumns(database.db);
});
afterAll(() => database.close());

/** Published under another name than the column's. */
const RENAMED: Record<string, string> = {
  ownedById: "member_id",
  receivedAt: "created_at",
  streakStartedAt: "started_at",
  challengeStartedAt: "started_at",
  streakCompletedAt: "completed_at",
  challengeCompletedAt: "completed_at",
};
const OF_TABLE: Record<string, Record<string, string>> = {
  streak_log: { updatedAt: "created_at" },
  challenge_log: { updatedAt: "created_at" },
  streak_progress: { currentProgressValue: "length" },
  challenge_progress: { currentProgressValue: "value" },
};
/** Derived from now: partial indexes hold the rows that each value can be among. */
const DERIVED = new Set(["state", "streakProgressStatus", "challengeProgressStatus"]);

const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

it.each([
  ["streak", streakList],
  ["challenge", challengeList],
  ["milestone", milestoneList],
  ["member", memberList],
  ["streak_log", streakLogList],
  ["challenge_log", challengeLogList],
  ["streak_progress", streakProgressList],
  ["challenge_progress", challengeProgressList],
  ["reward_log", rewardLogList],
  ["reward_rule", rewardRuleList],
  ["user_group", userGroupList],
])("every field by which lists of %s filter and sort has its index", (table, fields) => {
  const bare = Object.keys(fields)
    .filter((field) => !DERIVED.has(field))
    .map((field) => `${table}.${OF_TABLE[table]?.[field] ?? RENAMED[field] ?? snake(field)}`)
    .filter((column) => !indexed.has(column));
  expect(bare).toEqual([]);
});

it("tells an indexed column from another", () => {
  expect(indexed.has("member.email")).toBe(true);
  expect(indexed.has("member.time_zone")).toBe(false);
});
