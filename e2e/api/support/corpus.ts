import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { CORPORA_DIR } from "@/scripts/corpora";

export function activityPath(set: string): string {
  return join(CORPORA_DIR, "activity", set, "activity.csv");
}

function rows(set: string, file: string): Record<string, string>[] {
  return parse(readFileSync(join(CORPORA_DIR, "activity", set, file)), { columns: true });
}

export interface ExpectedUser {
  user: string;
  daily: number;
  weekly: number;
  monthly: number;
}

/** What users-expected.csv says of each user's longest streaks, periods in UTC. */
export function expectedUsers(set: string): ExpectedUser[] {
  return rows(set, "users-expected.csv").map((row) => ({
    user: row["user"] ?? "",
    daily: Number(row["longestDaily"]),
    weekly: Number(row["longestWeekly"]),
    monthly: Number(row["longestMonthly"]),
  }));
}

const KINDS: Record<string, string> = {
  day_streak: "daily",
  week_streak: "weekly",
  month_streak: "monthly",
  total_count: "count",
  amount_total: "sum",
};

/** `daily 3 by <user> at <event>`: what milestones-expected.csv says in view A, of the kinds that a replay has. */
export function expectedAchievements(set: string): string[] {
  return rows(set, "milestones-expected.csv").flatMap((row) => {
    const kind = row["view"] === "A" && KINDS[row["kind"] ?? ""];
    return kind ? [achievement(kind, Number(row["threshold"]), row["user"] ?? "", row["uniqueIdentifier"] ?? "")] : [];
  });
}

export function achievement(kind: string, target: number, user: string, event: string): string {
  return `${kind} ${target} by ${user} at ${event}`;
}
