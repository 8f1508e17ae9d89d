import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { type AggregationPeriod, periodIndexAt } from "@/lib/domain/period";
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

const PERIODS: Record<string, AggregationPeriod> = { day: "daily", week: "weekly", month: "monthly" };

/**
 * `daily <user> from 19189 for 3`: every run of every user, made of the periods that period-counts-expected.csv lists.
 * Periods are told by their index, which lib/domain proves by corpora of its own.
 */
export function expectedRuns(set: string): string[] {
  const periods = Map.groupBy(rows(set, "period-counts-expected.csv"), (row) => `${row["period"]} ${row["user"]}`);
  return [...periods].flatMap(([pair, ofPair]) => {
    const [name = "", user = ""] = pair.split(" ");
    const period = PERIODS[name];
    if (!period) throw new Error(`period-counts-expected.csv has an unknown period: ${name}`);
    const met = new Set(ofPair.map((row) => indexOf(period, row["key"] ?? "")));
    const firsts = [...met].filter((index) => !met.has(index - 1));
    return firsts.map((first) => {
      let length = 1;
      while (met.has(first + length)) length += 1;
      return run(period, user, first, length);
    });
  });
}

export function run(period: string, user: string, first: number, length: number): string {
  return `${period} ${user} from ${first} for ${length}`;
}

/** `2026-04-10`, `2026-15` (an ISO week) or `2026-04`. */
function indexOf(period: AggregationPeriod, key: string): number {
  const [year = 0, second = 1, third = 1] = key.split("-").map(Number);
  if (period !== "weekly") return periodIndexAt(period, Date.UTC(year, second - 1, third), "UTC");
  // The fourth of January lies in the first week of its year.
  return periodIndexAt("weekly", Date.UTC(year, 0, 4), "UTC") + second - 1;
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
